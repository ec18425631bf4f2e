import { instantOf } from '../../time/instant.js';
import { measure } from '../../report/metric-part.js';
import { findSpike, spikeWeeks, weeklyVolumePart } from '../../volume/weekly-volume.js';
import { isWithin } from '../../time/time-range.js';
import { about, type AlertRule } from '../alert-context.js';

/** This week's tickets are at least 3 × the usual week's. One alert per customer and week. */
export const ticketSpike: AlertRule = (context) => {
  const { tickets, now, timezone, thresholds, customer } = context;
  const spike = findSpike(measure(weeklyVolumePart, tickets, { weeks: spikeWeeks(now, timezone) }), {
    factor: thresholds.spike_factor,
    minTickets: thresholds.spike_min_tickets,
  });
  if (!spike) return [];
  const { current, usual, change_pct, range } = spike;
  const change = change_pct === null ? '' : ` (+${Math.round(change_pct)}%)`;
  return [
    {
      ...about(context),
      type: 'ticket_spike',
      severity: current >= 2 * thresholds.spike_factor * usual ? 'critical' : 'high',
      title: `Ticket spike${change}`,
      description: `${current} tickets this week against a usual week of ${usual}.`,
      evidence: { current, usual, change_pct },
      ticket_ids: tickets
        .filter(({ history }) => isWithin(history.createdAt, range))
        .map(({ ticket }) => ticket.ticket_id),
      dedupe_key: `ticket_spike:${customer.customer_id}:${instantOf(range.from).slice(0, 10)}`,
    },
  ];
};
