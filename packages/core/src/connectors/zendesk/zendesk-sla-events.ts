import type { SlaMetric } from '../../model/sla-status.js';
import type { TicketEvent } from '../../model/ticket-event.js';
import { instantOfText } from '../shared/moments.js';
import { type RecordReading, UnreadableRecord } from '../shared/page.js';
import { ticketId } from '../shared/ticket-id.js';
import type { ZendeskSettings } from './zendesk-options.js';
import { type ZendeskMetricEventPayload, zendeskMetricEventSchema } from './zendesk-payload.js';

/** The target in hours; Zendesk gives minutes. */
const targetHours = ({ sla }: ZendeskMetricEventPayload): number | null => {
  const seconds = sla?.target_in_seconds ?? (sla?.target ?? 0) * 60;
  return seconds > 0 && Number.isFinite(seconds) ? seconds / 3600 : null;
};

type EventBase = Pick<TicketEvent, 'ticket_id' | 'event_id' | 'at'> & { metric: SlaMetric };

/** Those of Zendesk's event types that tell of an SLA; the others say how a clock runs. */
const EVENTS: Readonly<Record<string, (base: EventBase, payload: ZendeskMetricEventPayload) => TicketEvent>> = {
  apply_sla: (base, payload) => ({ ...base, type: 'sla_applied', target_hours: targetHours(payload) }),
  breach: (base, { deleted }) => ({ ...base, type: 'sla_breached', ...(deleted === true && { is_withdrawn: true }) }),
  fulfill: (base) => ({ ...base, type: 'sla_fulfilled' }),
};

/**
 * Reads ticket metric events. The first reply time is the first response, later ones are none of ours; which metrics are
 * the resolution, the settings say. Instance 0 only measures. A breach may lie in the future: it is a forecast.
 */
export const slaEventReading = ({
  subdomain,
  resolution_sla_metrics,
}: ZendeskSettings): RecordReading<ZendeskMetricEventPayload> => {
  const resolutions: readonly string[] = resolution_sla_metrics;
  const metricOf = ({ metric, instance_id }: ZendeskMetricEventPayload): SlaMetric | null => {
    if (instance_id < 1) return null;
    if (metric === 'reply_time') return instance_id === 1 ? 'first_response' : null;
    return resolutions.includes(metric) ? 'resolution' : null;
  };
  return {
    schema: zendeskMetricEventSchema,
    map(payload) {
      const metric = metricOf(payload);
      const toEvent = Object.hasOwn(EVENTS, payload.type) ? EVENTS[payload.type] : undefined;
      if (metric === null || !toEvent) return null;
      const at = instantOfText(payload.time);
      if (at === null) throw new UnreadableRecord('time', 'expected an ISO-8601 time');
      const ticket_id = ticketId('zendesk', subdomain, String(payload.ticket_id));
      return { events: [toEvent({ ticket_id, event_id: `zendesk:metric_event:${payload.id}`, at, metric }, payload)] };
    },
  };
};
