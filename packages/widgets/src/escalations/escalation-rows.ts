import type { SupportTicket } from '@cscx/support-core';
import { daysLater, zonedTime } from '../format/zoned-time.js';
import { ticketName } from '../open-tickets/ticket-name.js';
import type { Words } from '../provider/words.js';

/** One escalated ticket as a line of the timeline. */
export interface EscalationRow {
  ticket_id: string;
  external_url: string | undefined;
  /** As people call it: `#4521` */
  name: string;
  subject: string;
  isOpen: boolean;
  state: string;
  /** `Level 2`; absent where the support system has none. */
  level: string | undefined;
  reason: string;
  /** From when until when. */
  span: string;
  /** How long it lasts, or took; absent where an end is not known. */
  duration: string | undefined;
  /** Its bar in percent of the timeline; null where its begin is not known. */
  bar: EscalationBar | null;
}

/** Where an escalation stands on the timeline, in percent. */
export interface EscalationBar {
  left: number;
  width: number;
  /** It ended, but not on which day: the bar is as long as it can have been. */
  isEndUnknown: boolean;
}

/** Escalations on one scale of time. */
export interface EscalationTimelineData {
  rows: EscalationRow[];
  /** Where days along the scale begin, in percent; none where no begin is known. */
  ticks: { left: number; label: string }[];
  /** How long the oldest that stands lasts; absent where none does, or of one it is not known. */
  longest: string | undefined;
}

const MOST_TICKS = 5;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A bar shorter than this would not be seen. */
const LEAST_WIDTH = 0.8;

/** Puts escalated tickets on a line of time of whole days that ends now: those that stand first, then the latest. */
export function escalationTimeline(
  tickets: readonly SupportTicket[],
  now: number,
  words: Words,
): EscalationTimelineData {
  const escalated = tickets
    .filter(({ is_escalated }) => is_escalated)
    .map((ticket) => ({ ticket, ...spanOf(ticket, now) }))
    .toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen) || (b.begin ?? 0) - (a.begin ?? 0));

  const begins = escalated.flatMap((each) => each.begin ?? []);
  const first = Math.min(now, ...begins);
  const firstDay = words.format.localDay(first);
  const midnight = (days: number): number => zonedTime(daysLater(`${firstDay}T00:00`, days), words.format);
  // Where the clocks go back at midnight, it comes twice.
  const begin = Math.min(first, midnight(0));
  const length = Math.max(1, now - begin);
  const percentOf = (epoch: number): number => (100 * (epoch - begin)) / length;

  const days = 1 + (Date.parse(words.format.localDay(now)) - Date.parse(firstDay)) / DAY_MS;
  const step = Math.ceil(days / MOST_TICKS);
  const tickCount = begins.length > 0 ? Math.ceil(days / step) : 0;
  const oldest = escalated.findLast(({ isOpen }) => isOpen)?.begin;
  return {
    longest: oldest ? words.format.duration((now - oldest) / HOUR_MS) : undefined,
    rows: escalated.map(({ ticket, begin: from, end: to, isOpen }) => ({
      ...wordsOf(ticket, from, to, isOpen, now, words),
      bar:
        from === null
          ? null
          : {
              left: Math.min(100 - LEAST_WIDTH, percentOf(from)),
              width: Math.max(LEAST_WIDTH, percentOf(to ?? now) - percentOf(from)),
              isEndUnknown: to === null && !isOpen,
            },
    })),
    ticks: Array.from({ length: tickCount }, (_, index) => {
      const epoch = midnight(index * step);
      return { left: percentOf(epoch), label: words.format.day(new Date(epoch).toISOString()) };
    }),
  };
}

const epochOf = (instant: string | null | undefined): number | null => (instant ? Date.parse(instant) : null);

function spanOf(ticket: SupportTicket, now: number): { begin: number | null; end: number | null; isOpen: boolean } {
  const isOpen = ticket.escalation_status !== 'resolved';
  const begin = epochOf(ticket.escalated_at);
  // It ends with its ticket, or earlier when somebody takes it back; of that day the API does not tell.
  const end = isOpen ? null : epochOf(ticket.resolved_at ?? ticket.closed_at);
  return { begin: begin === null ? null : Math.min(begin, now), end, isOpen };
}

function wordsOf(
  ticket: SupportTicket,
  begin: number | null,
  end: number | null,
  isOpen: boolean,
  now: number,
  { format, messages: { escalations } }: Words,
): Omit<EscalationRow, 'bar'> {
  const lasted =
    begin === null || (end === null && !isOpen) ? undefined : format.duration(((end ?? now) - begin) / HOUR_MS);
  return {
    ticket_id: ticket.ticket_id,
    external_url: ticket.external_url ?? undefined,
    name: ticketName(ticket),
    subject: ticket.subject,
    isOpen,
    state: isOpen ? escalations.stands : escalations.ended,
    level:
      ticket.escalation_level === null || ticket.escalation_level === undefined
        ? undefined
        : escalations.level(format.count(ticket.escalation_level)),
    reason: sentence(ticket.escalation_reason) || escalations.noReason,
    span: spanText(begin, end, isOpen, format.day, escalations),
    duration: lasted && (isOpen ? escalations.lasts(lasted) : escalations.lasted(lasted)),
  };
}

function spanText(
  begin: number | null,
  end: number | null,
  isOpen: boolean,
  day: Words['format']['day'],
  { since, until, fromUntil, beginUnknown, endUnknown, datesUnknown }: Words['messages']['escalations'],
): string {
  const [from, to] = [begin, end].map((epoch) => (epoch === null ? null : day(new Date(epoch).toISOString())));
  if (isOpen) return from ? since(from) : beginUnknown;
  if (from && to) return from === to ? from : fromUntil(from, to);
  if (from) return `${since(from)}, ${endUnknown}`;
  return to ? until(to) : datesUnknown;
}

/** A reason that is a code of the support system, such as `sla_breach`, as words. */
function sentence(reason: string | null | undefined): string {
  const text = (reason ?? '')
    .trim()
    .replaceAll('_', ' ')
    .replace(/\bsla\b/i, 'SLA');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
