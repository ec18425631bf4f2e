import type { SimulatedTicket } from './simulated-ticket.js';

/** Hours by priority. */
export type SlaTargets = Readonly<Record<'low' | 'normal' | 'high' | 'urgent', number>>;

/** What a simulated account has promised its customers; the clock runs round the clock. */
export const SIMULATED_TARGETS: Readonly<Record<'first_response' | 'resolution', SlaTargets>> = {
  first_response: { urgent: 1, high: 4, normal: 8, low: 24 },
  resolution: { urgent: 4, high: 24, normal: 48, low: 72 },
};

/** One promise and how it stands; moments in milliseconds since the epoch. */
export interface SimulatedClock {
  target_minutes: number;
  due_at: number;
  fulfilled_at: number | null;
  /** The moment in which the target was missed; null: not so far. */
  breached_at: number | null;
}

const clock = (created: number, hours: number, fulfilled: number | null, now: number): SimulatedClock => {
  const due_at = created + hours * 3_600_000;
  const until = fulfilled ?? now;
  return { target_minutes: hours * 60, due_at, fulfilled_at: fulfilled, breached_at: until > due_at ? due_at : null };
};

/** How the promises of a ticket stand, by its priority of now. */
export const simulatedSla = (
  { created_at, priority, first_replied_at, first_solved_at, solved_at }: SimulatedTicket,
  now: number,
): Record<'first_response' | 'resolution', SimulatedClock> => {
  const level = priority ?? 'normal';
  const { first_response, resolution } = SIMULATED_TARGETS;
  return {
    first_response: clock(created_at, first_response[level], first_replied_at ?? first_solved_at, now),
    resolution: clock(created_at, resolution[level], solved_at, now),
  };
};
