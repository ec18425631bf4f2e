const periods: Readonly<Record<string, string>> = {
  this_week: 'This week',
  last_week: 'Last week',
  this_month: 'This month',
  last_month: 'Last month',
  this_quarter: 'This quarter',
  last_quarter: 'Last quarter',
  this_year: 'This year',
  last_30_days: 'Last 30 days',
  last_90_days: 'Last 90 days',
};

/** Names of periods, in English. */
export const englishPeriods = { period: 'Period', periods };
