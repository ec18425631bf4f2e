import { customerId } from './demo-customers.js';
import { HOUR_MS } from './duration.js';
import type { TicketPlan } from './ticket-plan.js';

/** One line of the demo's log: a ticket as its desk showed it after one update. */
export interface TicketLogLine {
  ticket: string;
  account: string;
  opened: string;
  updated: string;
  state: 'new' | 'working' | 'waiting for customer' | 'solved' | 'closed';
  urgency: 'low' | 'normal' | 'high' | 'urgent';
  topic: string;
  subject: string;
  requester: string;
  agent: string;
  first_reply: string | null;
  escalated: boolean;
  escalated_on: string | null;
  escalation_reason: string | null;
  survey_sent: boolean;
  rating: number | null;
  rated_on: string | null;
  comment: string | null;
}

/** The desk's own words for priorities. */
const urgencies = { low: 'low', medium: 'normal', high: 'high', critical: 'urgent' } as const;

type Change = { at: number } & Partial<TicketLogLine>;

/** Solved tickets that stay solved are closed after so many hours. */
const CLOSED_AFTER = 96;

const instant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** When a plan's ticket is first resolved; infinite if it is not. */
const solvedAt = ({ openedAt, wait = 0, work = Infinity }: TicketPlan): number => openedAt + (wait + work) * HOUR_MS;

/** When a plan's ticket is resolved for good; infinite if it is not. */
export const finallySolvedAt = (plan: TicketPlan): number =>
  solvedAt(plan) + (plan.reopened ? plan.reopened.after + plan.reopened.work : 0) * HOUR_MS;

const changesOf = (plan: TicketPlan): Change[] => {
  const { openedAt, reply, wait = 0, escalation, reopened, rating } = plan;
  const changes: Change[] = [];
  if (reply !== undefined) {
    const at = openedAt + reply * HOUR_MS;
    const state = wait > 0 ? 'waiting for customer' : 'working';
    changes.push({ at, state, first_reply: instant(at), urgency: urgencies[plan.priority] });
    if (wait > 0) changes.push({ at: at + wait * HOUR_MS, state: 'working' });
  }
  if (escalation) {
    const at = openedAt + escalation.after * HOUR_MS;
    changes.push({
      at,
      escalated: true,
      escalated_on: instant(at),
      escalation_reason: escalation.reason,
      agent: escalation.takenOverBy,
    });
  }
  const solved = solvedAt(plan);
  const finallySolved = finallySolvedAt(plan);
  changes.push({ at: solved, state: 'solved', survey_sent: true });
  if (reopened) {
    changes.push({ at: solved + reopened.after * HOUR_MS, state: 'working' }, { at: finallySolved, state: 'solved' });
  }
  if (rating) {
    const at = finallySolved + rating.after * HOUR_MS;
    changes.push({ at, rating: rating.score, rated_on: instant(at), comment: rating.comment ?? null });
  }
  changes.push({ at: finallySolved + CLOSED_AFTER * HOUR_MS, state: 'closed' });
  return changes.sort((a, b) => a.at - b.at);
};

/**
 * The lines that a ticket leaves in the log up to `now`, oldest first.
 *
 * @param ticket - its number in the desk
 * @param now - milliseconds since the epoch
 */
export const ticketLogLines = (plan: TicketPlan, ticket: string, now: number): TicketLogLine[] => {
  if (plan.openedAt > now) return [];
  const opened: TicketLogLine = {
    ticket,
    account: customerId(plan.customer),
    opened: instant(plan.openedAt),
    updated: instant(plan.openedAt),
    state: 'new',
    urgency: urgencies[plan.openedAs ?? plan.priority],
    topic: plan.category,
    subject: plan.subject,
    requester: plan.requester,
    agent: plan.assignee,
    first_reply: null,
    escalated: false,
    escalated_on: null,
    escalation_reason: null,
    survey_sent: false,
    rating: null,
    rated_on: null,
    comment: null,
  };
  const lines = [opened];
  for (const { at, ...change } of changesOf(plan)) {
    if (at > now) break;
    lines.push({ ...(lines.at(-1) ?? opened), ...change, updated: instant(at) });
  }
  return lines;
};
