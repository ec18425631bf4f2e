import { instantOf } from '../../time/instant.js';
import type { ConnectorClock } from '../shared/clock.js';
import { type FreshdeskApi, listAll } from './freshdesk-api.js';
import { isForbidden, isOutOfReach } from './freshdesk-errors.js';
import { freshdeskContactSchema } from './freshdesk-payload.js';

/** Finds out to which company a contact belongs. */
export interface RequesterCompanies {
  /** Companies of these contacts; null: of none, or the contact is gone or may not be read. */
  of(contactIds: readonly number[], signal: AbortSignal | undefined): Promise<ReadonlyMap<number, number | null>>;
}

/** So many are asked for one by one; for more, the list with a hundred on each page is quicker. */
const FEW = 100;

const MAX_AGE_MS = 3_600_000;
const LOOKBACK_MS = 600_000;

/** Makes the finder. Once an hour it forgets what it was told, or looks for changes if it has read the whole list. */
export const createRequesterCompanies = (api: FreshdeskApi, clock: ConnectorClock): RequesterCompanies => {
  const known = new Map<number, number | null>();
  let freshUntil = 0;
  let asked = 0;
  let listedAt: number | null = null;
  let isRefused = false;

  const learn = (record: unknown): void => {
    const { data } = freshdeskContactSchema.safeParse(record);
    if (data) known.set(data.id, data.company_id ?? null);
  };
  /** What may not be read is as good as unknown; everything else that goes wrong stops the pull. */
  const asFarAsAllowed = async (read: () => Promise<void>): Promise<void> => {
    try {
      if (!isRefused) await read();
    } catch (error) {
      if (!isOutOfReach(error)) throw error;
      if (isForbidden(error)) isRefused = true;
    }
  };
  const listContacts = (signal: AbortSignal | undefined): Promise<void> =>
    asFarAsAllowed(async () => {
      const at = clock.now();
      // With an underscore here, unlike the one of tickets.
      const search = listedAt === null ? {} : { _updated_since: instantOf(listedAt - LOOKBACK_MS) };
      for (const row of await listAll(api, 'contacts', { operation: 'list contacts', search, signal })) learn(row);
      listedAt = at;
    });
  const askFor = (id: number, signal: AbortSignal | undefined): Promise<void> => {
    asked += 1;
    return asFarAsAllowed(async () => learn(await api.one(`contacts/${id}`, { operation: 'read contact', signal })));
  };

  return {
    async of(contactIds, signal) {
      if (clock.now() >= freshUntil) {
        freshUntil = clock.now() + MAX_AGE_MS;
        isRefused = false;
        asked = 0;
        if (listedAt === null) known.clear();
        else await listContacts(signal);
      }
      const missing = (): number[] => [...new Set(contactIds)].filter((id) => !known.has(id));
      if (listedAt === null && asked + missing().length > FEW) await listContacts(signal);
      for (const id of missing()) {
        await askFor(id, signal);
        if (!known.has(id)) known.set(id, null);
      }
      return known;
    },
  };
};
