import { createHash } from 'node:crypto';
import { z } from 'zod';
import { InvalidInputError } from '@cscx/support-core';

/** What a list is: whose, filtered and sorted how. A cursor is good for the very list it came from. */
export type ListIdentity = Record<string, unknown>;

const envelopeSchema = z.strictObject({ state: z.unknown(), check: z.string() });

const checkOf = (list: ListIdentity, state: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([Object.entries(list).toSorted(([a], [b]) => (a < b ? -1 : 1)), state]))
    .digest('base64url')
    .slice(0, 16);

const invalidCursor = () =>
  new InvalidInputError('query', [
    { path: 'cursor', message: 'expected the next_cursor of the page before, with the same filters and sort' },
  ]);

/**
 * Packs where a page ended into an opaque text.
 *
 * @param state - JSON, read back by {@link readCursor}
 */
export const writeCursor = (list: ListIdentity, state: unknown): string =>
  Buffer.from(JSON.stringify({ state, check: checkOf(list, state) })).toString('base64url');

/**
 * Unpacks a cursor.
 *
 * @param schema - what `state` has to be
 * @param identify - the list that the request names; it may depend on the state
 * @throws InvalidInputError for a cursor that was changed or belongs to another list
 */
export const readCursor = <State>(
  cursor: string,
  schema: z.ZodType<State>,
  identify: (state: State) => ListIdentity,
): State => {
  try {
    const { state, check } = envelopeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    const parsed = schema.parse(state);
    if (check === checkOf(identify(parsed), state)) return parsed;
  } catch {
    // Whatever is wrong with it, the caller can do only one thing about it.
  }
  throw invalidCursor();
};
