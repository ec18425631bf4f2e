import type { TicketPriority } from '../../model/ticket-priority.js';
import type { TicketStatus } from '../../model/ticket-status.js';
import { type CodedWord, createCodedWords } from './coded-words.js';
import type { ReadFreshdeskSettings } from './freshdesk-options.js';
import type { Warn } from '../shared/page.js';

const STATUSES: Readonly<Record<string, TicketStatus>> = {
  2: 'open',
  3: 'pending',
  4: 'resolved',
  5: 'closed',
  6: 'pending',
  7: 'pending',
};

const STATUS_LABELS: Readonly<Record<string, string>> = {
  2: 'Open',
  3: 'Pending',
  4: 'Resolved',
  5: 'Closed',
  6: 'Waiting on Customer',
  7: 'Waiting on Third Party',
};

const PRIORITIES: Readonly<Record<string, TicketPriority>> = { 1: 'low', 2: 'medium', 3: 'high', 4: 'critical' };

const PRIORITY_LABELS: Readonly<Record<string, string>> = { 1: 'Low', 2: 'Medium', 3: 'High', 4: 'Urgent' };

/** Sources as numbers, for rules; an account may have more from 100 on. */
const SOURCES: Readonly<Record<number, string>> = {
  1: 'email',
  2: 'portal',
  3: 'phone',
  4: 'forum',
  5: 'twitter',
  6: 'facebook',
  7: 'chat',
  8: 'mobihelp',
  9: 'widget',
  10: 'outbound email',
  11: 'ecommerce',
  12: 'bot',
  13: 'whatsapp',
};

/** The source of a ticket that an agent opened by writing to a customer. */
export const OUTBOUND_EMAIL = 10;

/** The labels of an account, by number. */
export interface FreshdeskLabels {
  statuses: ReadonlyMap<string, string>;
  priorities: ReadonlyMap<string, string>;
}

/** The vocabularies of a connection. */
export interface FreshdeskWords {
  status(code: string | number, labels: FreshdeskLabels, warn: Warn): CodedWord<TicketStatus> & { isStopped: boolean };
  /** Null: the ticket has none. */
  priority(code: number | null | undefined, labels: FreshdeskLabels, warn: Warn): CodedWord<TicketPriority> | null;
  source(code: number | null | undefined): string | null;
}

/** Makes the vocabularies of a connection from its settings. */
export const createFreshdeskWords = ({
  status_map,
  priority_map,
  timer_stopped_statuses,
}: Pick<ReadFreshdeskSettings, 'status_map' | 'priority_map' | 'timer_stopped_statuses'>): FreshdeskWords => {
  const statusOf = createCodedWords<TicketStatus>({
    field: 'status',
    codes: STATUSES,
    labels: STATUS_LABELS,
    overrides: status_map,
    fallback: 'open',
  });
  const priorityOf = createCodedWords<TicketPriority>({
    field: 'priority',
    codes: PRIORITIES,
    labels: PRIORITY_LABELS,
    overrides: priority_map,
    fallback: 'medium',
  });
  const stopped = new Set(timer_stopped_statuses.map((status) => status.trim().toLowerCase()));
  return {
    status(number, { statuses }, warn) {
      const code = String(number);
      const word = statusOf(code, statuses, warn);
      return { ...word, isStopped: stopped.has(code) || stopped.has(word.raw.trim().toLowerCase()) };
    },
    priority: (code, { priorities }, warn) => (code == null ? null : priorityOf(String(code), priorities, warn)),
    source: (code) => (code == null ? null : (SOURCES[code] ?? String(code))),
  };
};
