import type { TicketEvent } from '../../model/ticket-event.js';
import { instantOf } from '../../time/instant.js';
import { ticketId } from '../shared/ticket-id.js';
import type { CaseWords } from './case-words.js';
import { salesforceId } from './salesforce-id.js';
import { salesforceMoment } from './salesforce-moment.js';
import type { SalesforceHistory, SalesforceMilestone } from './salesforce-payload.js';

/** What is known of a case that is not there. */
interface LoneReading {
  my_domain: string;
  words: CaseWords;
}

const idOf = (caseId: string, { my_domain }: LoneReading): string =>
  ticketId('salesforce', my_domain, salesforceId(caseId) ?? caseId);

/** The event of a change of status whose case is not in the same document. */
export const loneHistoryEvents = (row: SalesforceHistory, reading: LoneReading): TicketEvent[] => {
  const at = salesforceMoment(row.CreatedDate);
  const { OldValue: from, NewValue: to } = row;
  if (at === null || row.Field !== 'Status' || typeof from !== 'string' || typeof to !== 'string') return [];
  const { status } = reading.words;
  return [
    {
      ticket_id: idOf(row.CaseId, reading),
      event_id: row.Id,
      at: instantOf(at),
      type: 'status_changed',
      from: status.past(from),
      to: status.past(to),
      raw_to: to,
    },
  ];
};

/** The events of a milestone whose case is not in the same document: that it was missed, that it was reached. */
export const loneMilestoneEvents = (row: SalesforceMilestone, reading: LoneReading): TicketEvent[] => {
  const metric = reading.words.metricOf(row);
  if (metric === null || row.Id == null || row.Id === '') return [];
  const ticket_id = idOf(row.CaseId, reading);
  const target = salesforceMoment(row.TargetDate);
  const completed = salesforceMoment(row.CompletionDate);
  const isMissed = row.IsViolated === true && target !== null;
  return [
    ...(isMissed
      ? [{ ticket_id, event_id: `breached:${row.Id}`, at: instantOf(target), type: 'sla_breached' as const, metric }]
      : []),
    ...(completed === null
      ? []
      : [
          {
            ticket_id,
            event_id: `fulfilled:${row.Id}`,
            at: instantOf(completed),
            type: 'sla_fulfilled' as const,
            metric,
          },
        ]),
  ];
};
