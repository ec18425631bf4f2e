import { pluralOf } from './plural.js';

const plural = pluralOf('en');

/** What `EscalationTimeline` says, in English. */
export const englishEscalations = {
  title: 'Escalations',
  timeline: 'Timeline',
  meanings: {
    open: 'Escalations that are not resolved, whenever they were raised. An escalation ends with its ticket, or when it is taken back.',
    raised: 'Escalations raised in the period, and the share of the tickets created in it that were escalated.',
    took: 'From escalation to its end, for those that ended in the period. Half took less, half took more.',
  },
  openNow: 'Open now',
  openNote: 'Not resolved yet',
  longest: (duration: string) => `Longest: ${duration}`,
  noneOpen: 'None stands',
  raised: 'Raised',
  rate: (pct: string) => `${pct} of the tickets of this period`,
  rateUnknown: 'In this period',
  took: 'Median time to end',
  ofEnded: (count: number, formatted: string) =>
    plural(count, formatted, { one: 'Of # that ended in this period', other: 'Of # that ended in this period' }),
  noneEnded: 'None ended in this period',
  stands: 'Open',
  ended: 'Ended',
  level: (level: string) => `Level ${level}`,
  since: (day: string) => `Since ${day}`,
  until: (day: string) => `Until ${day}`,
  fromUntil: (from: string, until: string) => `${from} – ${until}`,
  beginUnknown: 'Begin not known',
  datesUnknown: 'Dates not known',
  endUnknown: 'day of its end not known',
  lasts: (duration: string) => `for ${duration}`,
  lasted: (duration: string) => `took ${duration}`,
  noReason: 'No reason given',
  none: 'No escalations',
  noneHint: 'No ticket was escalated in this period, and none is now.',
  notAtHand: 'The escalated tickets are not among those loaded',
  partial: 'Not all tickets of the period are loaded; older escalations may be missing.',
};
