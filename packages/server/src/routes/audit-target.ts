import type { ApiRoute } from '@cscx/support-core/api';

/** Fields of a body that are a verb or an id. */
const TOLD = new Set(['action', 'customer_id']);

/**
 * What a write was done to: the path's parameters, how many records the body has, and which action or customer it names.
 * Never what the records say.
 *
 * @example
 * auditTarget(alertActionRoute, { alertId: 'a1', action: 'resolve', note: 'done' }); // { alertId: 'a1', action: 'resolve' }
 */
export const auditTarget = (
  { params, body }: Pick<ApiRoute, 'params' | 'body'>,
  request: Readonly<Record<string, unknown>>,
): Record<string, string> => {
  const told = [
    ...Object.keys(params.shape),
    ...Object.keys(body?.shape ?? {}).filter((name) => TOLD.has(name) || Array.isArray(request[name])),
  ];
  return Object.fromEntries(
    told.map((name) => {
      const value = request[name];
      return [name, Array.isArray(value) ? String(value.length) : String(value)];
    }),
  );
};
