import type { SlaPolicy } from '../model/sla-policy.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { isUnresolved } from '../model/ticket-status.js';
import { epochOf } from '../time/instant.js';
import { type AssessedTicket, assessTicket } from './assessed-ticket.js';
import type { SlaTerms } from './sla-reading.js';

/** Replays and assesses a ticket as of a moment; null where it was created later. */
export type AssessTicket = (ticket: TicketRecord, terms: SlaTerms) => AssessedTicket | null;

interface Remembered {
  /** Whose this is: a copy of a ticket takes along what is no longer true of it. */
  ticket: TicketRecord;
  policy: object;
  /** From this moment on, nothing changes any more. */
  since: number;
  assessed: AssessedTicket;
}

/**
 * Where a ticket keeps it. With a WeakMap of 100,000 tickets the garbage collector stopped everything for two seconds.
 */
const REMEMBERED: unique symbol = Symbol('assessed ticket');

type RememberingTicket = TicketRecord & { [REMEMBERED]?: Remembered };

/** Neither clock runs any more. */
const isSettled = ({ sla }: AssessedTicket): boolean =>
  sla.first_response.fulfilledAt !== null && sla.resolution.fulfilledAt !== null;

const latest = (moments: Iterable<string | null | undefined>): number => {
  let last = -Infinity;
  for (const moment of moments) if (moment) last = Math.max(last, epochOf(moment));
  return last;
};

/** The last moment that a ticket tells of, be it a forecast. */
const lastMoment = (ticket: TicketRecord): number => {
  const { vendor_sla, events = [] } = ticket;
  const verdicts = [vendor_sla?.first_response, vendor_sla?.resolution];
  return Math.max(
    latest([ticket.created_at, ticket.first_response_at, ticket.first_resolved_at, ticket.resolved_at]),
    latest([ticket.closed_at, ticket.escalated_at, ticket.csat_responded_at, ticket.source_updated_at]),
    latest(verdicts.flatMap((verdict) => [verdict?.breached_at, verdict?.due_at])),
    latest(events.map(({ at }) => at)),
  );
};

/**
 * Makes a way to assess tickets that remembers those whose clocks have stopped, for a service that reports on the same
 * tickets over and over: most of a report's time goes into assessing. A ticket that changes has to be another object. What
 * is remembered is kept in the ticket itself, under a symbol, and goes with it; frozen tickets are assessed anew.
 *
 * @returns for the option `assess` of reports and alerts: the same answers as without
 * @example
 * const assess = createTicketAssessor();
 * const report = createPortfolioAccumulator({ period: 'this_month', now, assess });
 */
export const createTicketAssessor = (): AssessTicket => {
  /** One object for policies that say the same. */
  const known = new WeakMap<SlaPolicy, object>();
  const byContent = new Map<string, object>();

  const identityOf = (policy: SlaPolicy): object => {
    const found = known.get(policy);
    if (found) return found;
    const content = JSON.stringify(policy);
    const identity = byContent.get(content) ?? policy;
    byContent.set(content, identity);
    known.set(policy, identity);
    return identity;
  };

  return (ticket: RememberingTicket, terms) => {
    const policy = identityOf(terms.policy);
    const earlier = ticket[REMEMBERED];
    if (earlier?.ticket === ticket && earlier.policy === policy && terms.asOf >= earlier.since) return earlier.assessed;
    const assessed = assessTicket(ticket, terms);
    if (assessed && isSettled(assessed) && Object.isExtensible(ticket)) {
      const since = lastMoment(ticket);
      if (terms.asOf >= since) ticket[REMEMBERED] = { ticket, policy, since, assessed };
    }
    return assessed;
  };
};

/**
 * Whether a ticket that was assessed is over and has told nothing since a moment, as far as that is remembered: a report whose
 * window starts then need not count it.
 *
 * @param moment - milliseconds since the epoch, such as of `reportWindowStart`
 */
export const isOverBefore = (ticket: TicketRecord, moment: number): boolean => {
  const earlier = (ticket as RememberingTicket)[REMEMBERED];
  return earlier?.ticket === ticket && earlier.since < moment && !isUnresolved(ticket.status);
};
