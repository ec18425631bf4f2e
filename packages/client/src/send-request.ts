import type { InputIssue } from '@cscx/support-core';
import type { ApiRequest, ApiResponse, ApiRoute } from '@cscx/support-core/api';
import type { KyInstance } from 'ky';
import { SupportClientError } from './support-client-error.js';
import { toSupportClientError } from './to-support-client-error.js';

/** What every call takes besides its own fields. */
export interface CallOptions {
  /** Ends the call; it rejects with code `aborted`. */
  signal?: AbortSignal | undefined;
}

/** Calls one route: checks what is sent and what comes back with the route's own schemas. */
export async function sendRequest<Route extends ApiRoute>(
  http: KyInstance,
  route: Route,
  request: ApiRequest<Route>,
  { signal }: CallOptions,
): Promise<ApiResponse<Route>> {
  const fields: Record<string, unknown> = { ...request };
  const { path, query, json } = splitRequest(route, fields);
  try {
    const answer = http(path, {
      method: route.method,
      searchParams: query,
      ...(json && { json }),
      ...(signal && { signal }),
    });
    return (await answer.json(route.response)) as ApiResponse<Route>;
  } catch (error) {
    throw toSupportClientError(error, route, signal);
  }
}

/** Path, query and body of a call, checked; what the caller left out stays out, so that the server's defaults hold. */
function splitRequest(
  route: ApiRoute,
  fields: Record<string, unknown>,
): { path: string; query: URLSearchParams; json: Record<string, unknown> | undefined } {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const partOf = (name: string): 'params' | 'body' | 'query' =>
    name in route.params.shape ? 'params' : route.body && !(name in route.query.shape) ? 'body' : 'query';
  const part = (wanted: ReturnType<typeof partOf>) =>
    Object.fromEntries(given.filter(([name]) => partOf(name) === wanted));
  const [params, query, body] = [part('params'), part('query'), part('body')];

  const issues = [
    ...zodIssues(route.params.safeParse(params)),
    ...zodIssues(route.query.safeParse(query)),
    ...(route.body ? zodIssues(route.body.safeParse(body)) : []),
    ...folderSteps(params),
  ];
  if (issues.length > 0) {
    const list = issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
    throw new SupportClientError('invalid_input', `${route.operationId}: ${list}`, { issues });
  }

  return {
    path: route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name]))),
    query: new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])),
    json: route.body && body,
  };
}

const zodIssues = ({ error }: ReturnType<ApiRoute['query']['safeParse']>): InputIssue[] =>
  (error?.issues ?? []).map(({ path, message }) => ({ path: path.map(String).join('.'), message }));

/** A URL takes `.` and `..` for steps between folders, even when they are escaped. */
const folderSteps = (params: Record<string, unknown>): InputIssue[] =>
  Object.entries(params)
    .filter(([, value]) => value === '.' || value === '..')
    .map(([path, value]) => ({ path, message: `expected an id, not ${String(value)}` }));
