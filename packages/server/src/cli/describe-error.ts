import { isSupportError } from '@cscx/support-core';

interface SystemError extends Error {
  code?: string;
  path?: string;
  port?: number;
  address?: string;
}

/** What a person can do about an error of the operating system or of PostgreSQL. */
const advice: Record<string, (error: SystemError) => string> = {
  EACCES: ({ path }) => `no permission for ${path ?? 'this'}`,
  EADDRINUSE: ({ port }) => `port ${port} is in use: choose another one with --port or PORT`,
  EADDRNOTAVAIL: ({ address }) => `${address} is no address of this machine: choose another one with --host or HOST`,
  ECONNREFUSED: () => 'PostgreSQL does not answer: check DATABASE_URL, and that it runs',
  EISDIR: ({ path }) => `${path ?? 'the path'} is a directory: expected a file`,
  ENOENT: ({ path }) => `no such file: ${path}`,
  ENOSPC: () => 'no space left on the disk',
  ENOTFOUND: () => 'the host of DATABASE_URL is not known',
  '28P01': () => 'PostgreSQL refuses the password of DATABASE_URL',
  '3D000': ({ message }) => `PostgreSQL: ${message}: create it, or check DATABASE_URL`,
};

/** An error as one line for a person: what is wrong and how to put it right. */
export const describeError = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (isSupportError(error)) return error.message;
  const { code = '' } = error as SystemError;
  return advice[code]?.(error) ?? `${error.message} (set DEBUG=1 to see where)`;
};
