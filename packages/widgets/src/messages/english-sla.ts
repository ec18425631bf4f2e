import { pluralOf } from './plural.js';

const plural = pluralOf('en');

/** What `SlaPerformance` says, in English. */
export const englishSla = {
  title: 'SLA performance',
  meanings: {
    first_response:
      'Of the tickets decided in the period, the share whose first answer by a person came within its target. A ticket past its target is decided, answered or not.',
    resolution:
      'Of the tickets decided in the period, the share that was resolved within its target. A ticket past its target is decided, resolved or not.',
    overTime: 'The same shares week by week or day by day. Where nothing was decided there is no point.',
  },
  decided: (count: number, formatted: string) =>
    plural(count, formatted, { one: '# decided ticket', other: '# decided tickets' }),
  overTime: 'SLA met over time',
  overTimeNone: 'Nothing was decided in this time',
  onTarget: (target: string) => `On target ${target}`,
  belowTarget: (target: string) => `Below target ${target}`,
  undecided: 'No ticket was decided in this period',
  timeTaken: 'Time taken',
  median: 'Median',
  p90: '90% within',
  mean: 'Average',
  durations: (count: number, formatted: string) =>
    plural(count, formatted, { one: 'of # ticket', other: 'of # tickets' }),
  met: 'Met',
  breached: 'Missed',
  running: 'Running',
  atRisk: (count: string) => `${count} at risk`,
  notApplicable: 'No target',
  trend: { improving: 'Improving', stable: 'Stable', declining: 'Declining', insufficient_data: 'Too few for a trend' },
  empty: 'No SLA to report',
  emptyHint: 'No ticket of this period has a target, or none has been decided yet.',
};
