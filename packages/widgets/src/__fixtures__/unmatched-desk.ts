import { type Answer, portfolioPages, problem } from './answers.js';
import { unmatchedPage, unmatchedTickets } from './unmatched.js';

/** The queue page by page, from which what is linked goes; and the customers. */
export function unmatchedDesk(pageSize = 20): Answer {
  const links = new Map<string, string>();
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.endsWith('/support-metrics')) return portfolioPages(request);
    if (request.method === 'POST') {
      const ticket_id = decodeURIComponent(pathname.split('/').at(-1) ?? '');
      const { customer_id } = (await request.clone().json()) as { customer_id: string | null };
      if (customer_id === null) links.delete(ticket_id);
      else links.set(ticket_id, customer_id);
      const match_rule = customer_id === null ? null : 'link';
      const unmatched_reason = customer_id === null ? 'unknown_key' : null;
      return Response.json({ ticket_id, customer_id, match_rule, unmatched_reason });
    }
    if (!pathname.endsWith('/unmatched')) return problem(404, 'not_found')(request);
    const reason = searchParams.get('reason');
    const queue = unmatchedTickets.filter(
      (ticket) => !links.has(ticket.ticket_id) && (reason ?? ticket.reason) === ticket.reason,
    );
    const begin = Number(searchParams.get('cursor') ?? 0);
    const end = begin + pageSize;
    return Response.json({
      ...unmatchedPage,
      tickets: queue.slice(begin, end),
      next_cursor: end < queue.length ? String(end) : null,
    });
  };
}
