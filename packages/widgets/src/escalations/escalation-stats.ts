import type { EscalationSummary } from '@cscx/support-core';
import type { About } from '../metrics/metrics-scope.js';
import type { Meaning } from '../parts/Explain.js';
import type { Stat } from '../parts/Stats.js';
import type { Words } from '../provider/words.js';

/**
 * Escalations of a period in three numbers: how many stand, how many were raised, how long they took.
 *
 * @param longest - how long the oldest that stands lasts, where that is known
 */
export function escalationStats(
  summary: EscalationSummary,
  about: About | undefined,
  longest: string | undefined,
  { format, messages }: Words,
): Stat[] {
  const { escalations } = messages;
  const { open, total, rate, time_to_resolution: ended } = summary;
  const meaning = (definition: string): { meaning?: Meaning } => (about ? { meaning: { ...about, definition } } : {});
  const took = ended.median_hours === null ? { value: messages.unknown } : format.hours(ended.median_hours);
  return [
    {
      ...meaning(escalations.meanings.open),
      id: 'escalations-open',
      label: escalations.openNow,
      value: format.count(open),
      note: open === 0 ? escalations.noneOpen : longest ? escalations.longest(longest) : escalations.openNote,
      ...(open === 0 ? { tone: 'good', icon: 'check' } : { tone: 'bad', icon: 'warning' }),
    },
    {
      ...meaning(escalations.meanings.raised),
      id: 'escalations-raised',
      label: escalations.raised,
      value: format.count(total),
      note: rate === null ? escalations.rateUnknown : escalations.rate(format.percent(100 * rate)),
      tone: 'neutral',
    },
    {
      ...meaning(escalations.meanings.took),
      id: 'escalations-took',
      label: escalations.took,
      ...took,
      note: ended.n === 0 ? escalations.noneEnded : escalations.ofEnded(ended.n, format.count(ended.n)),
      tone: 'neutral',
    },
  ];
}
