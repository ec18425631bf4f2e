import { type FileHandle, open } from 'node:fs/promises';
import type { SkippedRecord } from '@cscx/support-core';

/** Where records go that could not be read, so that they can be put right and imported again. */
export interface RejectsFile {
  write: (skipped: readonly SkippedRecord[]) => Promise<void>;
  close: () => Promise<void>;
}

/**
 * One line of JSON for each record: `{position, field, reason, record}`. The file is made with the first one and only
 * its owner can read it, since it holds records as they came.
 */
export const createRejectsFile = (path: string): RejectsFile => {
  let file: FileHandle | undefined;
  return {
    async write(skipped) {
      if (skipped.length === 0) return;
      file ??= await open(path, 'w', 0o600);
      const lines = skipped.map(
        ({ position, field, reason, record }) => `${JSON.stringify({ position, field, reason, record })}\n`,
      );
      await file.write(lines.join(''));
    },
    async close() {
      await file?.close();
    },
  };
};
