import type { Instant } from '../model/instant.js';
import { DEFAULT_SLA_POLICY, type SlaPolicy } from '../model/sla-policy.js';
import type { AlertFinding } from '../model/support-alert.js';
import { DEFAULT_THRESHOLDS, type SupportThresholds } from '../model/support-thresholds.js';
import { assessTickets } from '../sla/assessed-ticket.js';
import type { SupportAccount } from '../summaries/summarize-portfolio.js';
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

/** What alerts are evaluated with. */
export interface AlertOptions {
  now: Instant;
  /** IANA zone of the organization's week. */
  timezone: string;
  /** The customer's own `sla_policy` wins. @default DEFAULT_SLA_POLICY */
  policy?: SlaPolicy | undefined;
  /** @default DEFAULT_THRESHOLDS */
  thresholds?: SupportThresholds | undefined;
}

/**
 * What a CSM should know of one customer now. Pure: the same tickets and the same now give the same
 * findings, and the same matter keeps its `dedupe_key`, so that it is stored and sent once.
 *
 * @param account - the customer with its tickets: all open ones and those touched since `alertWindowStart`
 */
export const evaluateAlerts = (
  { customer, tickets }: SupportAccount,
  { now, timezone, policy = DEFAULT_SLA_POLICY, thresholds = DEFAULT_THRESHOLDS }: AlertOptions,
): AlertFinding[] => {
  const asOf = epochOf(now);
  const assessed = assessTickets(tickets, { policy: customer.sla_policy ?? policy, asOf });
  const context = { customer, tickets: assessed, now: asOf, timezone, thresholds };
  return alertRules.flatMap((rule) => rule(context));
};
