import type { TicketEvent } from '../../model/ticket-event.js';
import { isUnresolved } from '../../model/ticket-status.js';
import { instantOf } from '../../time/instant.js';
import type { CaseWords } from './case-words.js';
import { salesforceMoment } from './salesforce-moment.js';
import type { SalesforceHistory } from './salesforce-payload.js';

/** A case as its history is held against it; moments in milliseconds since the epoch. */
export interface HistoryCase {
  ticketId: string;
  createdAt: number;
  updatedAt: number;
  closedAt: number | null;
  status: string;
  priority: string | null;
  /** Why it would be escalated if a field had this value; null: not for that. */
  reasonWith: (changed: { status?: string; is_escalated?: string }) => string | null;
}

/** What the history of a case tells. */
export interface HistoryFacts {
  events: TicketEvent[];
  reopened: number;
  firstResolvedAt: number | null;
  /** When it last entered a closed status from any other. */
  closedAt: number | null;
  escalation: { at: number; reason: string } | null;
  isDeescalated: boolean;
}

const NOTHING = { reopened: 0, firstResolvedAt: null, closedAt: null, escalation: null, isDeescalated: false };

interface Row {
  id: string;
  field: string;
  at: number;
  from: string;
  to: string;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** The rows in order, without those that are newer than the case as it was read. */
const rowsOf = (history: readonly SalesforceHistory[], { createdAt, updatedAt }: HistoryCase): Row[] =>
  history
    .flatMap(({ Id, Field, CreatedDate, OldValue, NewValue }): Row[] => {
      const at = salesforceMoment(CreatedDate);
      if (at === null || at < createdAt || at > updatedAt) return [];
      return [{ id: Id, field: Field, at, from: textOf(OldValue), to: textOf(NewValue) }];
    })
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

/**
 * The changes of a field, if they are all there: they have to end with what the case says. Fields are tracked only where
 * an administrator chose so, and rows are kept for 18 months.
 */
const wholeChanges = (rows: readonly Row[], field: string, current: string): Row[] => {
  const changes = rows.filter((row) => row.field === field);
  return changes.at(-1)?.to === current ? changes : [];
};

const statusFacts = (rows: readonly Row[], subject: HistoryCase, words: CaseWords) => {
  const { ticketId: ticket_id, createdAt } = subject;
  const facts = {
    events: [] as TicketEvent[],
    reopened: 0,
    firstResolvedAt: null as number | null,
    closedAt: null as number | null,
  };
  const changes = wholeChanges(rows, 'Status', subject.status);
  const [first] = changes;
  // A first change away from a closed status: what was before it is no longer kept.
  if (!first || !isUnresolved(words.status.past(first.from))) return facts;
  const raw_to = first.from;
  const begun = { ticket_id, event_id: 'created', at: instantOf(createdAt), from: null, raw_to } as const;
  facts.events.push({ ...begun, type: 'status_changed', to: words.status.past(first.from) });
  for (const { id, at, from: raw_from, to: raw } of changes) {
    const from = words.status.past(raw_from);
    const to = words.status.past(raw);
    facts.events.push({ ticket_id, event_id: id, at: instantOf(at), type: 'status_changed', from, to, raw_to: raw });
    if (isUnresolved(to) && !isUnresolved(from)) facts.reopened += 1;
    if (!isUnresolved(to)) facts.firstResolvedAt ??= at;
    if (to === 'closed' && from !== 'closed') facts.closedAt = at;
  }
  return facts;
};

const NO_WARNING = (): void => {};

const priorityEvents = (rows: readonly Row[], { ticketId: ticket_id, priority }: HistoryCase, words: CaseWords) =>
  wholeChanges(rows, 'Priority', priority ?? '').map(({ id, at, from, to }): TicketEvent => ({
    ticket_id,
    event_id: id,
    at: instantOf(at),
    type: 'priority_changed',
    from: words.priority(from, NO_WARNING),
    to: words.priority(to, NO_WARNING),
  }));

/** Why a row is an escalation; null: it is none. */
const escalationReason = ({ field, from, to }: Row, { reasonWith }: HistoryCase): string | null => {
  if (field === 'ownerEscalated' || (field === 'IsEscalated' && to === 'true')) {
    const isByFlag = reasonWith({ is_escalated: 'false', status: '' }) === null;
    return isByFlag ? reasonWith({ is_escalated: 'true' }) : null;
  }
  if (field !== 'Status') return null;
  const reason = reasonWith({ status: to, is_escalated: 'false' });
  // Most are none; what the status was before matters only to the others.
  return reason !== null && reasonWith({ status: from, is_escalated: 'false' }) === null ? reason : null;
};

const escalationFacts = (rows: readonly Row[], subject: HistoryCase, words: CaseWords) => {
  const { ticketId: ticket_id, closedAt } = subject;
  /** Whether the case was closed at a moment: the flag that falls back then ends with the case, not before it. */
  const isClosedAt = (moment: number): boolean =>
    moment === closedAt ||
    rows.some(({ at, field, to }) => at === moment && field === 'Status' && !isUnresolved(words.status.past(to)));
  const events: TicketEvent[] = [];
  let escalation: HistoryFacts['escalation'] = null;
  let isDeescalated = false;
  for (const row of rows) {
    const { id, at } = row;
    const reason = escalationReason(row, subject);
    if (reason !== null) {
      escalation ??= { at, reason };
      isDeescalated = false;
      events.push({
        ticket_id,
        event_id: `escalated:${id}`,
        at: instantOf(at),
        type: 'escalated',
        reason,
        level: null,
      });
    }
    if (row.field === 'IsEscalated' && row.to === 'false' && escalation && !isClosedAt(at)) {
      isDeescalated = true;
      events.push({ ticket_id, event_id: `deescalated:${id}`, at: instantOf(at), type: 'deescalated' });
    }
  }
  return { events, escalation, isDeescalated };
};

/** Reads the history of a case: changes of status and priority, escalations, and what follows from them. */
export const caseHistory = (
  history: readonly SalesforceHistory[],
  subject: HistoryCase,
  words: CaseWords,
): HistoryFacts => {
  const rows = history.length === 0 ? [] : rowsOf(history, subject);
  if (rows.length === 0) return { ...NOTHING, events: [] };
  const status = statusFacts(rows, subject, words);
  const escalations = escalationFacts(rows, subject, words);
  return {
    ...status,
    ...escalations,
    events: [...status.events, ...priorityEvents(rows, subject, words), ...escalations.events],
  };
};
