import type { SimulatedAccount } from '../shared/simulated-account.js';
import { type SimulatedClock, simulatedSla } from '../shared/simulated-sla.js';
import type { SimulatedTicket } from '../shared/simulated-ticket.js';
import { firstIndex, secondsOf, timeOf } from './zendesk-lists.js';

/** Event ids and times of a ticket are put into one number that sorts by time: 31 bits of seconds, 22 of id. */
const ID_SPACE = 2 ** 22;
const PER_TICKET = 16;

interface MetricEvent {
  id: number;
  /** Seconds since the epoch. */
  at: number;
  json: object;
}

const ofMetric = (
  { number, created_at }: SimulatedTicket,
  metric: string,
  { clock, firstId }: { clock: SimulatedClock; firstId: number },
): MetricEvent[] => {
  const base = number * PER_TICKET + firstId;
  const event = (offset: number, type: string, at: number, more: object = {}): MetricEvent => ({
    id: base + offset,
    at: secondsOf(at),
    json: { id: base + offset, ticket_id: number, metric, instance_id: 1, type, time: timeOf(at), ...more },
  });
  const { due_at, fulfilled_at, target_minutes } = clock;
  const policy = { id: 25, title: 'Gold', description: null };
  return [
    event(0, 'measure', created_at, { instance_id: 0 }),
    event(1, 'activate', created_at),
    event(2, 'apply_sla', created_at, { sla: { target: target_minutes, business_hours: false, policy } }),
    // Written in advance, and taken back when the target is met.
    event(3, 'breach', due_at, { deleted: fulfilled_at !== null && fulfilled_at <= due_at }),
    ...(fulfilled_at === null ? [] : [event(4, 'fulfill', fulfilled_at)]),
  ];
};

/** Without a priority no policy applies. */
const eventsOf = (ticket: SimulatedTicket): MetricEvent[] => {
  if (ticket.priority === null || ticket.removed !== null) return [];
  const { first_response, resolution } = simulatedSla(ticket, 0);
  return [
    ...ofMetric(ticket, 'reply_time', { clock: first_response, firstId: 0 }),
    ...ofMetric(ticket, 'resolution_time', { clock: resolution, firstId: 8 }),
  ];
};

/** All metric events of an account in the order of their times, future ones included. */
export const createMetricEvents = (account: SimulatedAccount) => {
  const known = new WeakMap<SimulatedTicket, MetricEvent[]>();
  let version: readonly SimulatedTicket[] | null = null;
  let keys = new Float64Array();

  const of = (ticket: SimulatedTicket): MetricEvent[] => {
    const events = known.get(ticket) ?? eventsOf(ticket);
    known.set(ticket, events);
    return events;
  };
  const refresh = (): void => {
    if (version === account.byChange()) return;
    version = account.byChange();
    const all = new Float64Array(version.length * PER_TICKET);
    let count = 0;
    for (const ticket of version) for (const { at, id } of of(ticket)) all[count++] = at * ID_SPACE + id;
    keys = all.subarray(0, count).sort();
  };
  const eventOf = (key: number): object | undefined => {
    const id = key % ID_SPACE;
    const ticket = account.find(Math.floor(id / PER_TICKET));
    return ticket && of(ticket).find((candidate) => candidate.id === id)?.json;
  };
  return {
    /** From a time in seconds, or after a cursor of this list. */
    list({ start_time, after }: { start_time: number; after: string | null }, limit: number) {
      refresh();
      const from = after === null ? start_time * ID_SPACE : Number(atob(after)) + 1;
      const first = firstIndex(keys.length, (index) => (keys[index] ?? 0) >= from);
      const page = keys.subarray(first, first + limit);
      const last = page.at(-1);
      return {
        events: Array.from(page, eventOf),
        hasMore: first + page.length < keys.length,
        end_time: last === undefined ? start_time : Math.floor(last / ID_SPACE),
        after: last === undefined ? null : btoa(String(last)),
      };
    },
  };
};
