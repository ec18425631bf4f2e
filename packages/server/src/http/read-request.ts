import type { Context } from 'hono';
import { InvalidInputError } from '@cscx/support-core';
import type { ApiRoute, ReadApiRequest } from '@cscx/support-core/api';
import { findForbidden, readJsonBody } from './read-json-body.js';

/** A key given twice stays a list, which no schema of a single value accepts. */
const queryFields = (c: Context): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );

/**
 * Path, query and body as the route's schemas make them.
 *
 * @throws InvalidInputError with every field that is wrong or unknown
 * @throws UnsupportedMediaTypeError for a body that is not JSON
 */
export const readRequest = async <Route extends ApiRoute>(
  { params, query, body }: Route,
  c: Context,
): Promise<ReadApiRequest<Route>> => {
  const parts = [
    ['path', params, c.req.param()],
    ['query', query, queryFields(c)],
    ...(body ? ([['body', body, await readJsonBody(c)]] as const) : []),
  ] as const;
  const read = parts.map(([part, schema, given]) => {
    const forbidden = findForbidden(given);
    if (forbidden) throw new InvalidInputError(part, [forbidden]);
    const { data, error } = schema.safeParse(given);
    if (error) throw InvalidInputError.fromZod(part, error);
    return data;
  });
  return Object.assign({}, ...read) as ReadApiRequest<Route>;
};
