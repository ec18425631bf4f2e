import type { SupportTicket } from '@cscx/support-core';
import { ticketName } from '../open-tickets/ticket-name.js';
import type { Tone } from '../parts/tone.js';
import type { Words } from '../provider/words.js';

/** What a customer wrote with a rating. */
export interface CommentRow {
  ticket_id: string;
  external_url: string | undefined;
  /** As people call the ticket: `#4521` */
  name: string;
  subject: string;
  score: string;
  tone: Tone;
  text: string;
  instant: string;
  day: string;
}

/** The ratings that came with words, newest first. */
export function commentRows(tickets: readonly SupportTicket[], { format, messages }: Words): CommentRow[] {
  return tickets
    .flatMap((ticket) => {
      const { csat_score, csat_feedback, csat_responded_at } = ticket;
      const text = csat_feedback?.trim();
      if (csat_score === null || csat_score === undefined || !text) return [];
      const instant = csat_responded_at ?? ticket.source_updated_at;
      const tone: Tone = csat_score >= 4 ? 'good' : csat_score < 3 ? 'bad' : 'warn';
      return [
        {
          ticket_id: ticket.ticket_id,
          external_url: ticket.external_url ?? undefined,
          name: ticketName(ticket),
          subject: ticket.subject,
          score: messages.csat.stars(format.count(csat_score)),
          tone,
          text,
          instant,
          day: format.day(instant),
        },
      ];
    })
    .toSorted((a, b) => Date.parse(b.instant) - Date.parse(a.instant));
}
