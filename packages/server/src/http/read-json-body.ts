import type { Context } from 'hono';
import { type InputIssue, InvalidInputError } from '@cscx/support-core';
import { UnsupportedMediaTypeError } from '../errors/unsupported-media-type-error.js';

/** No body of the contract has more than six. */
const MAX_LEVELS = 32;

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json *(?:;|$)/i;

const pathOf = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/**
 * What no schema looks for: a key that would become the prototype of whatever copies it, depth that would be too much for
 * whoever writes it back, and a character that PostgreSQL does not take.
 */
export const findForbidden = (value: unknown, path = '', level = 0): InputIssue | undefined => {
  if (typeof value === 'string') {
    return value.includes('\0') ? { path, message: 'expected text without the character U+0000' } : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (level === MAX_LEVELS) return { path: '', message: `expected at most ${MAX_LEVELS} levels` };
  for (const [key, inner] of Object.entries(value)) {
    const isForbidden = key === '__proto__' || key.includes('\0');
    const issue = isForbidden
      ? { path: pathOf(path, key), message: 'unknown field' }
      : findForbidden(inner, pathOf(path, key), level + 1);
    if (issue) return issue;
  }
  return undefined;
};

/** A page of another site can make a browser send plain text, with the reader's cookies, but not JSON. */
const assertJson = (c: Context): void => {
  const encoding = c.req.header('content-encoding') ?? 'identity';
  if (encoding.trim().toLowerCase() !== 'identity') {
    throw new UnsupportedMediaTypeError('expected a body that is not compressed: no Content-Encoding');
  }
  if (!JSON_TYPE.test(c.req.header('content-type') ?? '')) {
    throw new UnsupportedMediaTypeError('expected Content-Type: application/json');
  }
};

/**
 * Reads a body that has to be JSON.
 *
 * @throws UnsupportedMediaTypeError for another kind of body, and for a compressed one
 * @throws InvalidInputError for what is no JSON
 */
export const readJsonBody = async (c: Context): Promise<unknown> => {
  assertJson(c);
  try {
    return await c.req.json();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new InvalidInputError('body', [{ path: '', message: 'expected a JSON object' }]);
  }
};
