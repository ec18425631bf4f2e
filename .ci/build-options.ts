import type { Options } from 'tsup';

/**
 * One output file for each source file: a host's bundler sees the same modules as we do, and 'use client' stays at the
 * top of the files that carry it. `tsc -b` writes the declarations into the same folder, so tsup must not empty it.
 */
export const buildOptions: Options = {
  entry: ['src/**/*.{ts,tsx}', '!src/**/*.{test,bench,stories}.{ts,tsx}', '!src/**/{__fixtures__,__tests__}/**'],
  bundle: false,
  clean: false,
  dts: false,
  format: 'esm',
  platform: 'neutral',
  silent: true,
  sourcemap: true,
  target: 'es2022',
};
