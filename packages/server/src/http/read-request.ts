import type { Context } from 'hono';
import type { z } from 'zod';
import { InvalidInputError } from '@cscx/support-core';
import type { ApiRoute } from '@cscx/support-core/api';

/** A key given twice stays a list, which no schema of a single value accepts. */
const queryFields = (c: Context): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );

/**
 * Path and query parameters as the route's schemas make them.
 *
 * @throws InvalidInputError with every field that is wrong or unknown
 */
export const readRequest = <Route extends ApiRoute>(
  { params, query }: Route,
  c: Context,
): z.output<Route['params']> & z.output<Route['query']> => {
  const path = params.safeParse(c.req.param());
  const rest = query.safeParse(queryFields(c));
  if (!path.success) throw InvalidInputError.fromZod('path', path.error);
  if (!rest.success) throw InvalidInputError.fromZod('query', rest.error);
  return { ...path.data, ...rest.data } as z.output<Route['params']> & z.output<Route['query']>;
};
