import type { PortfolioSupportSummary } from '@cscx/support-core';
import { createFormat } from '../format/create-format.js';
import type { Meaning } from '../parts/Explain.js';
import type { SupportContextValue } from '../provider/support-context.js';

/** What each number of a portfolio means, from how much it was computed, and which tickets stand behind it. */
export function portfolioMeanings(
  summary: PortfolioSupportSummary,
  csmId: string | undefined,
  { format, locale, messages: { overview } }: Pick<SupportContextValue, 'format' | 'locale' | 'messages'>,
): Record<'openTickets' | 'csat' | 'escalations' | 'sla', Meaning> {
  const { data_as_of: asOf, csat_responses, customers, sla } = summary;
  const { start, end, timezone } = summary.period_range;
  const period = createFormat(locale, timezone).dateRange(start, end);
  const { meanings } = overview;
  const ofCustomers = overview.customers(customers, format.count(customers));
  const decided = Object.values(sla.counts).reduce((sum, { met, breached }) => sum + met + breached, 0);
  const scope = { type: 'tickets', csm_id: csmId } as const;
  const inPeriod = { ...scope, period: summary.period };
  return {
    openTickets: {
      definition: meanings.openTickets,
      basis: ofCustomers,
      asOf,
      target: { ...scope, filter: { status: ['open', 'pending'] } },
    },
    csat: {
      definition: meanings.csat,
      period,
      basis: overview.ratings(csat_responses, format.count(csat_responses)),
      asOf,
      target: { ...inPeriod, filter: { is_rated: true } },
    },
    escalations: {
      definition: meanings.escalations,
      basis: ofCustomers,
      asOf,
      target: { ...scope, filter: { is_escalated: true } },
    },
    sla: {
      definition: meanings.sla,
      period,
      basis: overview.verdicts(decided, format.count(decided)),
      asOf,
      target: { ...inPeriod, filter: { sla: { status: ['breached'] } } },
    },
  };
}
