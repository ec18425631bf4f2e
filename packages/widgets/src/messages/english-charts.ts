import { pluralOf } from './plural.js';

const plural = pluralOf('en');

/** What charts and their tables say, in English. */
export const englishCharts = {
  time: 'From',
  sincePeriod: 'At least 12 weeks',
  since: (day: string) => `Since ${day}`,
  weekOf: (day: string) => `Week of ${day}`,
  soFar: (point: string) => `${point}, so far`,
  notes: 'Note',
  targetOf: (value: string) => `Target ${value}`,
  value: (label: string, value: string) => `${label} ${value}`,
  point: (title: string, values: string) => `${title}: ${values}`,
  range: (low: string, high: string) => `${low}–${high}`,
  span: (count: number, formatted: string, first: string, last: string) =>
    `${plural(count, formatted, { one: '# point', other: '# points' })}, from ${first} to ${last}.`,
  at: (value: string, title: string) => `${value} (${title})`,
  series: (label: string, least: string, most: string, latest: string, trend: string) =>
    `${label}: lowest ${least}, highest ${most}, latest ${latest}, ${trend}.`,
  noValues: (label: string) => `${label}: no values.`,
  trends: { rising: 'rising', falling: 'falling', level: 'level', unclear: 'too few for a trend' },
  opens: 'Press Enter to see the tickets of a point.',
  unknown: 'This customer is not known here',
  unknownHint: 'It may have been removed, or you have no access to it.',
};
