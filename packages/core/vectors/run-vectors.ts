// pnpm vectors FILE: asks the built package the questions of a file and prints where its answers differ.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkVectors, type Failure } from './check-vectors.ts';
import { type Core, parseVectorFile, type VectorFile } from './vector-file.ts';

const USAGE = 'usage: pnpm vectors FILE';

const builtCore = async (): Promise<Core> => {
  try {
    return await import('@cscx/support-core');
  } catch (error) {
    throw new Error(`cannot load @cscx/support-core: run "pnpm build" first (${(error as Error).message})`, {
      cause: error,
    });
  }
};

/** pnpm runs scripts in the workspace's root and says where the caller was. */
const readVectors = async (path: string): Promise<VectorFile> => {
  try {
    return parseVectorFile(await readFile(resolve(process.env['INIT_CWD'] ?? '', path), 'utf8'));
  } catch (error) {
    throw new Error(`cannot read ${path}: ${(error as Error).message}`, { cause: error });
  }
};

/** Not only JSON: NaN is worth seeing. */
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? `${value}` : JSON.stringify(value);

const linesOf = ({ id, differences }: Failure): string[] =>
  differences.map(({ path, expected, got }) => `${id}: ${path}: expected ${textOf(expected)}, got ${textOf(got)}`);

const run = async (): Promise<void> => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw new Error(USAGE);
  const file = await readVectors(path);
  const failures = checkVectors(await builtCore(), file);
  const lines = failures.flatMap(linesOf);
  lines.push(`${file.vectors.length - failures.length} passed, ${failures.length} failed`);
  process.stdout.write(`${lines.join('\n')}\n`);
  if (failures.length > 0) process.exitCode = 1;
};

try {
  await run();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
