import { SupportError } from '@cscx/support-core';

/** Another process has the data directory. */
export class DataDirectoryLockedError extends SupportError {
  readonly code = 'data_directory_locked';

  constructor(directory: string, pid: number) {
    super(
      `${directory} is in use by process ${pid}. Stop that process, choose another data directory (DATA_DIR), ` +
        'or keep the data in PostgreSQL (DATABASE_URL), which several processes can share',
      { isRetryable: true },
    );
  }
}
