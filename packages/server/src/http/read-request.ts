import type { Context } from 'hono';
import { InvalidInputError } from '@cscx/support-core';
import type { ApiRoute, ReadApiRequest } from '@cscx/support-core/api';

/** A key given twice stays a list, which no schema of a single value accepts. */
const queryFields = (c: Context): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );

const readBody = async (c: Context): Promise<unknown> => {
  try {
    return await c.req.json();
  } catch (error) {
    // What the size limit throws is no malformed JSON.
    if (!(error instanceof SyntaxError)) throw error;
    throw new InvalidInputError('body', [{ path: '', message: 'expected a JSON object' }]);
  }
};

/**
 * Path, query and body as the route's schemas make them.
 *
 * @throws InvalidInputError with every field that is wrong or unknown
 */
export const readRequest = async <Route extends ApiRoute>(
  { params, query, body }: Route,
  c: Context,
): Promise<ReadApiRequest<Route>> => {
  const parts = [
    ['path', params, c.req.param()],
    ['query', query, queryFields(c)],
    ...(body ? ([['body', body, await readBody(c)]] as const) : []),
  ] as const;
  const read = parts.map(([part, schema, given]) => {
    const { data, error } = schema.safeParse(given);
    if (error) throw InvalidInputError.fromZod(part, error);
    return data;
  });
  return Object.assign({}, ...read) as ReadApiRequest<Route>;
};
