import * as z from 'zod';

/** Periods that are named relative to now, in the order a selector shows them. */
export const NAMED_PERIODS = [
  'this_week',
  'last_week',
  'this_month',
  'last_month',
  'this_quarter',
  'last_quarter',
  'this_year',
] as const;

/** The forms of a period and the parts that each pattern captures. */
export const PERIOD_FORMS = {
  named: new RegExp(`^(?:${NAMED_PERIODS.join('|')})$`),
  rolling: /^last_([1-9]\d{0,3})_(days|weeks)$/,
  month: /^(\d{4})-(0[1-9]|1[0-2])$/,
  week: /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])$/,
  quarter: /^(\d{4})-Q([1-4])$/,
  year: /^(\d{4})$/,
  interval: /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/,
} as const;

/** What a person is told about a period that is none. */
export const PERIOD_EXPECTATION =
  'expected a period such as this_month, last_30_days, 2026-11, 2026-W47, 2026-Q4, 2026 or 2026-11-01/2026-11-15';

/** A period as requests name it; `parsePeriod` makes instants of it. */
export const periodSchema = z
  .string()
  .refine((text) => Object.values(PERIOD_FORMS).some((form) => form.test(text)), {
    error: PERIOD_EXPECTATION,
  })
  .meta({ id: 'Period', description: PERIOD_EXPECTATION, examples: ['this_month', '2026-W47'] });
