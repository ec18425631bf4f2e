import type { PortfolioSupportSummary } from '@cscx/support-core';
import type { Meaning } from '../parts/Explain.js';
import type { Stat } from '../parts/Stats.js';
import type { Words } from '../provider/words.js';

/** The three numbers that a day begins with: open tickets, satisfaction, escalations. */
export function portfolioStats(
  summary: PortfolioSupportSummary,
  meanings: Record<'openTickets' | 'csat' | 'escalations', Meaning>,
  words: Words,
): Stat[] {
  return [
    { ...openTickets(summary, words), meaning: meanings.openTickets },
    { ...satisfaction(summary, words), meaning: meanings.csat },
    { ...escalations(summary, words), meaning: meanings.escalations },
  ];
}

function openTickets(summary: PortfolioSupportSummary, { format, messages: { overview } }: Words): Stat {
  const { open_tickets, open_tickets_change: change } = summary;
  const base = { id: 'open-tickets', label: overview.openTickets, value: format.count(open_tickets) };
  if (change === 0) return { ...base, note: overview.openUnchanged, tone: 'neutral', icon: 'flat' };
  const note = overview.openChange(format.change(change));
  return change > 0 ? { ...base, note, tone: 'warn', icon: 'up' } : { ...base, note, tone: 'good', icon: 'down' };
}

function satisfaction(summary: PortfolioSupportSummary, { format, messages }: Words): Stat {
  const { avg_csat, csat_target, csat_vs_target } = summary;
  const { overview } = messages;
  const base = { id: 'csat', label: overview.csat };
  if (avg_csat === null || csat_vs_target === null) {
    return { ...base, value: messages.unknown, note: overview.csatNone, tone: 'neutral' };
  }
  const scored = { ...base, value: format.score(avg_csat), unit: overview.csatOutOf };
  const target = format.score(csat_target);
  // What would be written as 0.0 is no difference.
  if (Math.abs(csat_vs_target) < 0.05) {
    return { ...scored, note: overview.csatOnTarget(target), tone: 'good', icon: 'check' };
  }
  const note = overview.csatAgainstTarget(format.change(csat_vs_target, 1), target);
  return csat_vs_target < 0
    ? { ...scored, note, tone: 'bad', icon: 'down' }
    : { ...scored, note, tone: 'good', icon: 'up' };
}

function escalations({ escalations: { open, new_this_week } }: PortfolioSupportSummary, words: Words): Stat {
  const { format, messages } = words;
  const { overview } = messages;
  const base = { id: 'escalations', label: overview.escalations, value: format.count(open) };
  return new_this_week === 0
    ? { ...base, note: overview.escalationsNoneNew, tone: 'neutral' }
    : { ...base, note: overview.escalationsNew(format.change(new_this_week)), tone: 'bad', icon: 'up' };
}
