import type { Instant } from '../model/instant.js';
import type { Customer } from '../model/customer.js';
import { slaPolicyFor, type SlaPolicyOptions } from '../model/sla-policy.js';
import type { AlertFinding } from '../model/support-alert.js';
import { DEFAULT_THRESHOLDS, type SupportThresholds, thresholdsFor } from '../model/support-thresholds.js';
import { assessTicket } from '../sla/assessed-ticket.js';
import type { AssessTicket } from '../sla/create-ticket-assessor.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { DAY_MS, epochOf, instantOf } from '../time/instant.js';
import type { AlertRule } from './alert-context.js';
import { csatDecline, lowCsat } from './rules/csat-alerts.js';
import { newEscalation } from './rules/new-escalation.js';
import { slaAtRisk, slaBreach } from './rules/sla-alerts.js';
import { ticketSpike } from './rules/ticket-spike.js';

const alertRules: readonly AlertRule[] = [newEscalation, ticketSpike, slaBreach, slaAtRisk, lowCsat, csatDecline];

/** Days of the past that the rules look at: twice 30 of satisfaction, nine weeks of volume, and some slack. */
const WINDOW_DAYS = 90;

/**
 * The earliest moment that matters to alerts: a resolved ticket last touched before it raises none, so a store need not
 * load it.
 *
 * @example
 * alertWindowStart('2026-11-23T00:00:00Z'); // '2026-08-25T00:00:00Z'
 */
export const alertWindowStart = (now: Instant): Instant => instantOf(epochOf(now) - WINDOW_DAYS * DAY_MS);

/** A customer and its tickets. */
export interface SupportAccount {
  customer: Customer;
  /** All, or at least all open ones and those touched since {@link alertWindowStart}. */
  tickets: readonly TicketRecord[];
}

/** What alerts are evaluated with. The customer's own policy and thresholds win. */
export interface AlertOptions extends SlaPolicyOptions {
  now: Instant;
  /** IANA zone of the organization's week. */
  timezone: string;
  /** @default DEFAULT_THRESHOLDS */
  thresholds?: SupportThresholds | undefined;
  /** From `createTicketAssessor`, where the same tickets are evaluated again. @default each ticket is assessed anew */
  assess?: AssessTicket | undefined;
}

/**
 * What a CSM should know of one customer now. Pure: the same tickets and the same now give the same
 * findings, and the same matter keeps its `dedupe_key`, so that it is stored and sent once.
 *
 */
export const evaluateAlerts = (
  { customer, ...account }: SupportAccount,
  { now, timezone, thresholds = DEFAULT_THRESHOLDS, assess = assessTicket, ...policies }: AlertOptions,
): AlertFinding[] => {
  const asOf = epochOf(now);
  const terms = { policy: slaPolicyFor(customer, policies), asOf };
  const tickets = account.tickets.flatMap((ticket) => assess(ticket, terms) ?? []);
  const context = { customer, tickets, now: asOf, timezone, thresholds: thresholdsFor(customer, thresholds) };
  return alertRules.flatMap((rule) => rule(context));
};
