import type { PortfolioSupportSummary } from '@cscx/support-core';
import { createFormat } from '../format/create-format.js';
import type { Meaning } from '../parts/Explain.js';
import type { SupportContextValue } from '../provider/support-context.js';
import type { TeamRow } from './team-rows.js';
import { type TeamNumber, teamTarget } from './team-targets.js';

/** What all numbers of a team have in common. */
export type TeamAbout = Pick<PortfolioSupportSummary, 'period' | 'period_range' | 'data_as_of'>;

/** What each column means, from how much it was computed, and which tickets of the whole team stand behind it. */
export function teamMeanings(
  { period: asked, period_range, data_as_of: asOf }: TeamAbout,
  rows: readonly TeamRow[],
  { format, locale, messages: { team } }: Pick<SupportContextValue, 'format' | 'locale' | 'messages'>,
): Record<TeamNumber, Meaning> {
  const { start, end, timezone } = period_range;
  const sum = (of: 'customers' | 'ratings'): number => rows.reduce((total, row) => total + row[of], 0);
  const [customers, ratings] = [sum('customers'), sum('ratings')];
  const ofNow = (column: TeamNumber): Meaning => ({
    definition: team.meanings[column],
    basis: team.customers(customers, format.count(customers)),
    asOf,
    target: teamTarget(column, undefined, asked),
  });
  return {
    attention: ofNow('attention'),
    customers: ofNow('customers'),
    open: ofNow('open'),
    breaches: ofNow('breaches'),
    escalations: ofNow('escalations'),
    csat: {
      ...ofNow('csat'),
      period: createFormat(locale, timezone).dateRange(start, end),
      basis: team.ratings(ratings, format.count(ratings)),
    },
  };
}
