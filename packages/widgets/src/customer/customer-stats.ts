import type { CsatSummary, CustomerSupportMetrics } from '@cscx/support-core';
import { trendLooks } from '../metrics/trend-looks.js';
import type { Meaning } from '../parts/Explain.js';
import type { Stat } from '../parts/Stats.js';
import type { Words } from '../provider/words.js';

/** Where a customer stands in three numbers: open tickets, time to resolve, satisfaction. */
export function customerStats(
  { tickets, sla, satisfaction }: CustomerSupportMetrics,
  meanings: Record<'openTickets' | 'resolution' | 'csat', Meaning>,
  words: Words,
): Stat[] {
  return [
    { ...openTickets(tickets, words), meaning: meanings.openTickets },
    { ...resolution(sla, words), meaning: meanings.resolution },
    { ...csat(satisfaction, words), meaning: meanings.csat },
  ];
}

function openTickets({ open, open_by_priority }: CustomerSupportMetrics['tickets'], words: Words): Stat {
  const { format, messages } = words;
  const { customer } = messages;
  const urgent = open_by_priority.high + open_by_priority.critical;
  const base = { id: 'open-tickets', label: customer.openTickets, value: format.count(open) };
  if (open === 0) return { ...base, note: customer.noneOpen, tone: 'good', icon: 'check' };
  return urgent === 0
    ? { ...base, note: customer.noneHighPriority, tone: 'neutral' }
    : { ...base, note: customer.highPriority(format.count(urgent)), tone: 'warn', icon: 'warning' };
}

function resolution(sla: CustomerSupportMetrics['sla'], { format, messages }: Words): Stat {
  const { customer } = messages;
  const { avg_resolution_hours: hours, resolution_met_pct: pct, target_pct } = sla;
  const base = {
    id: 'resolution',
    label: customer.resolution,
    ...(hours === null ? { value: messages.unknown } : format.hours(hours)),
  };
  if (pct === null) {
    return { ...base, note: hours === null ? customer.resolutionNone : customer.resolutionUndecided, tone: 'neutral' };
  }
  const note = customer.resolutionSla(format.percent(pct));
  return pct >= target_pct
    ? { ...base, note, tone: 'good', icon: 'check' }
    : { ...base, note, tone: 'warn', icon: 'warning' };
}

function csat(satisfaction: CsatSummary, { format, messages }: Words): Stat {
  const { customer } = messages;
  const { avg_csat, csat_responses, trend, trend_confidence, previous_avg_csat } = satisfaction;
  const base = { id: 'csat', label: customer.csat };
  if (avg_csat === null) return { ...base, value: messages.unknown, note: customer.csatNone, tone: 'neutral' };

  const scored = { ...base, value: format.score(avg_csat), unit: customer.csatOutOf };
  if (previous_avg_csat === null) return { ...scored, note: customer.csatFirst(csat_responses), tone: 'neutral' };
  if (trend_confidence === 'insufficient_data') {
    return { ...scored, note: customer.csatFew(csat_responses, format.score(previous_avg_csat)), tone: 'neutral' };
  }
  const note = customer.csatFrom(customer.csatTrend[trend], format.score(previous_avg_csat));
  return { ...scored, note, ...trendLooks[trend] };
}
