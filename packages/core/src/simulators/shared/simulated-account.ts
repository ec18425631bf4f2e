import { applyChange, openTicket, type SimulatedTicket } from './simulated-ticket.js';
import type { StoryChange, TicketStory } from './ticket-story.js';

/** A helpdesk account in memory, as it is at one moment; time only goes forward. */
export interface SimulatedAccount {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Lets everything happen that is due until then. */
  advanceTo(moment: number): void;
  /** Adds tickets; what of their stories lies in the past happens at once. */
  add(stories: readonly TicketStory[]): void;
  /** Changes a ticket now. */
  change(number: number, change: Omit<StoryChange, 'at'>): void;
  find(number: number): SimulatedTicket | undefined;
  /** All tickets, deleted ones too, by their last change and then by number. */
  byChange(): readonly SimulatedTicket[];
}

type Step = { at: number; number: number; run: () => SimulatedTicket };

const inOrder = (a: SimulatedTicket, b: SimulatedTicket): number => a.updated_at - b.updated_at || a.number - b.number;

/**
 * Makes an account whose tickets live through their stories while its clock goes on, so that rows change while somebody
 * walks through them.
 */
export const createSimulatedAccount = ({
  now: start,
  stories = [],
}: {
  now: number;
  stories?: readonly TicketStory[];
}): SimulatedAccount => {
  let now = start;
  const tickets = new Map<number, SimulatedTicket>();
  /** What is still to happen, the next at the end. */
  let steps: Step[] = [];
  let sorted: SimulatedTicket[] | null = null;

  const put = (ticket: SimulatedTicket): void => {
    // To the end: the map stays in the order of changes, which sorts fast.
    tickets.delete(ticket.number);
    tickets.set(ticket.number, ticket);
    sorted = null;
  };
  const existing = (number: number): SimulatedTicket => {
    const ticket = tickets.get(number);
    if (!ticket) throw new RangeError(`the account has no ticket ${number}`);
    return ticket;
  };
  const advanceTo = (moment: number): void => {
    now = Math.max(now, moment);
    for (let next = steps.at(-1); next && next.at <= now; next = steps.at(-1)) {
      steps.pop();
      put(next.run());
    }
  };
  const add = (added: readonly TicketStory[]): void => {
    const more = added.flatMap((story): Step[] => [
      { at: story.created_at, number: story.number, run: () => openTicket(story) },
      ...story.changes.map((change) => ({
        at: change.at,
        number: story.number,
        run: () => applyChange(existing(story.number), change),
      })),
    ]);
    // A stable sort of the reversed steps keeps a story's own order where two of its steps share a moment.
    steps = [...steps, ...more.toReversed()].sort((a, b) => b.at - a.at || b.number - a.number);
    advanceTo(now);
  };
  add(stories);

  return {
    now: () => now,
    advanceTo,
    add,
    change: (number, change) => put(applyChange(existing(number), { at: now, ...change })),
    find: (number) => tickets.get(number),
    byChange: () => (sorted ??= [...tickets.values()].sort(inOrder)),
  };
};
