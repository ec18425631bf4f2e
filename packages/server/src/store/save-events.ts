import { sql } from 'kysely';
import type { TicketEvent } from '@cscx/support-core';
import type { SupportDatabase } from './database.js';
import { type RowLists, rowsOf } from './row-lists.js';
import { storableJson } from './storable-json.js';

const isLater = (at: string, than: string | null): boolean => than === null || Date.parse(at) > Date.parse(than);

/** An event and where in its batch it came. */
interface Told {
  position: number;
  event: TicketEvent;
}

const isAfter = ({ event }: Told, before: Told | undefined): boolean => !before || before.event.at < event.at;

/** Events of one instant stay in the order in which they came; one that has its instant to itself needs no position. */
const positionsOf = (told: readonly Told[]): Map<string, number> => {
  const positions = new Map<string, number>();
  // Nearly all come in order, each with an instant of its own.
  if (told.every((one, index) => isAfter(one, told[index - 1]))) return positions;
  const firsts = new Map<string, Told>();
  for (const one of told) {
    const first = firsts.get(one.event.at);
    if (!first) firsts.set(one.event.at, one);
    if (!first || first.event.event_id === one.event.event_id) continue;
    for (const { event, position } of [first, one]) {
      if (!positions.has(event.event_id)) positions.set(event.event_id, position);
    }
  }
  return positions;
};

const lastRating = (told: readonly Told[]): string | null => {
  let last: string | null = null;
  for (const { event } of told) if (event.type === 'csat_received' && isLater(event.at, last)) last = event.at;
  return last;
};

/** The text of an object, put together by hand: one with a key of its own for each event takes longer to make than its text. */
const objectText = (fields: Iterable<readonly [key: string, value: unknown]>): string =>
  `{${Array.from(fields, ([key, value]) => `${storableJson(key)}:${storableJson(value)}`).join(',')}}`;

/** What is undefined is left out of the text; to take it out of the object first takes twice as long. */
const storedEvent = ({ event }: Told) =>
  [event.event_id, { ...event, ticket_id: undefined, event_id: undefined }] as const;

const historyText = (ticket_id: string, told: readonly Told[]): string => {
  const row = storableJson({ ticket_id, rated_at: lastRating(told) });
  return `${row.slice(0, -1)},"positions":${objectText(positionsOf(told))},"events":${objectText(told.map(storedEvent))}}`;
};

/** What a batch tells of each ticket, as {@link saveHistories} takes it, each made when it is asked for. */
export const historyTexts = (events: readonly TicketEvent[]): (() => string)[] => {
  const byTicket = new Map<string, Told[]>();
  for (const [position, event] of events.entries()) {
    const told = byTicket.get(event.ticket_id);
    if (told) told.push({ position, event });
    else byTicket.set(event.ticket_id, [{ position, event }]);
  }
  return Array.from(
    byTicket,
    ([ticket_id, told]) =>
      () =>
        historyText(ticket_id, told),
  );
};

/** Adds events to histories; an event that is known by its id is replaced. Returns the tickets whose history changed. */
export const saveHistories = (db: SupportDatabase, organizationId: string, lists: RowLists, data_version: number) =>
  sql<{ ticket_id: string }>`
    insert into ticket_histories (organization_id, ticket_id, events, positions, rated_at, data_version)
    select ${organizationId}::text, ticket_id, events, positions, rated_at, ${data_version}::bigint
    from ${rowsOf(lists)}
      as r(ticket_id text, events jsonb, positions jsonb, rated_at timestamptz)
    order by 2
    on conflict (organization_id, ticket_id) do update set
      events = ticket_histories.events || excluded.events,
      positions = excluded.positions || ticket_histories.positions,
      rated_at = greatest(ticket_histories.rated_at, excluded.rated_at), data_version = excluded.data_version
    where ticket_histories.events || excluded.events is distinct from ticket_histories.events
    returning ticket_id`.execute(db);
