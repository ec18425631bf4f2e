import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { InvalidInputError } from '@cscx/support-core';

/**
 * Reads a JSON object from a file, or from standard input where the path is `-`.
 *
 * @throws InvalidInputError for anything else; it never repeats what was read, which may be a secret
 */
export const readJsonObject = async (what: string, path: string): Promise<Record<string, unknown>> => {
  const content = await (path === '-' ? text(process.stdin) : readFile(path, 'utf8'));
  const refuse = () =>
    new InvalidInputError(what, [{ path: '', message: 'expected a JSON object, such as {"type": "…"}' }]);
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    // Its message quotes the text.
    throw refuse();
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refuse();
  return value as Record<string, unknown>;
};
