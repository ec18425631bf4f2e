import type { ConnectorClock } from '../shared/clock.js';
import type { VendorHttp } from '../shared/vendor-http.js';
import { isRefused } from './intercom-errors.js';
import { idText, type IntercomContext } from './intercom-record.js';
import { namedListSchema } from './intercom-payload.js';

/** Names change seldom. */
const KEPT_MS = 3_600_000;

/** Names of teammates and teams, by which a person knows an assignee. */
export type TeammateNames = Pick<IntercomContext, 'adminName' | 'teamName'>;

/**
 * Makes the reader of teammates and teams; it asks at most once an hour. Without the permission to read them, assignees
 * have no names, and nothing else is missing.
 */
export const createTeammateNames = (http: VendorHttp, clock: ConnectorClock) => {
  let known: { names: TeammateNames; at: number } | null = null;
  const read = async (list: 'admins' | 'teams', signal: AbortSignal | undefined): Promise<Map<string, string>> => {
    try {
      const body: unknown = await http.json(list, { operation: list, signal });
      const entries: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, list) : undefined;
      const named = namedListSchema.safeParse(entries).data ?? [];
      return new Map(named.flatMap(({ id, name }) => (name ? [[idText(id) ?? '', name]] : [])));
    } catch (error) {
      if (isRefused(error)) return new Map();
      throw error;
    }
  };
  return async (signal: AbortSignal | undefined): Promise<TeammateNames> => {
    if (known && clock.now() - known.at < KEPT_MS) return known.names;
    const admins = await read('admins', signal);
    const teams = await read('teams', signal);
    const names = { adminName: (id: string) => admins.get(id), teamName: (id: string) => teams.get(id) };
    known = { names, at: clock.now() };
    return names;
  };
};
