import { http, HttpResponse, type RequestHandler } from 'msw';
import type { SimulatedTicket } from '../shared/simulated-ticket.js';
import type { ZendeskState } from './zendesk-state.js';
import { firstIndex, searchOf, secondsOf, timeOf } from './zendesk-lists.js';
import { createMetricEvents } from './zendesk-metric-events.js';
import { zendeskSideloads } from './zendesk-ticket-json.js';

const cursorOf = ({ updated_at, number }: SimulatedTicket): string => btoa(`${updated_at / 1000}||${number}|`);

const readCursor = (cursor: string): { at: number; number: number } | null => {
  try {
    const [seconds, , number] = atob(cursor).split('|');
    return { at: Math.round(Number(seconds) * 1000), number: Number(number) };
  } catch {
    return null;
  }
};

const tooRecent = (): Response =>
  HttpResponse.json(
    { error: 'StartTimeTooRecent', description: 'Too recent start_time. Use a start_time older than 60 seconds' },
    { status: 422 },
  );

const invalidCursor = (): Response =>
  HttpResponse.json({ error: 'InvalidValue', description: 'cursor is not valid' }, { status: 400 });

/** The incremental exports. What changed in the last minute is not in them. */
export const zendeskExportHandlers = (state: ZendeskState): RequestHandler[] => {
  const { account, base, options } = state;
  const metricEvents = createMetricEvents(account);

  const exportTickets = (request: Request): Response => {
    const search = searchOf(request);
    const until = account.now() - 60_000;
    const cursor = search.get('cursor');
    const start = Number(search.get('start_time')) * 1000;
    if (cursor === null && start > until) return tooRecent();
    const from = cursor === null ? { at: start, number: -1 } : readCursor(cursor);
    if (from === null || Number.isNaN(from.at)) return invalidCursor();
    const all = account.byChange();
    const first = firstIndex(all.length, (index) => {
      const { updated_at = 0, number = 0 } = all[index] ?? {};
      return updated_at > from.at || (updated_at === from.at && number > from.number);
    });
    const limit = Math.min(Number(search.get('per_page') ?? 1000), options.page_rows);
    const page: SimulatedTicket[] = [];
    for (let at = first; at < all.length && page.length < limit; at += 1) {
      const ticket = all[at];
      if (!ticket || ticket.updated_at > until) break;
      page.push(ticket);
    }
    const next = all[first + page.length];
    const last = page.at(-1);
    const isStuck = state.levers.isCursorStuck && cursor !== null;
    const after_cursor = isStuck ? cursor : last ? cursorOf(last) : (cursor ?? btoa(`${start / 1000}||0|`));
    const response = HttpResponse.json({
      tickets: page.map(state.ticketJson),
      ...zendeskSideloads(page, state),
      after_cursor,
      after_url: `${base}/api/v2/incremental/tickets/cursor.json?cursor=${encodeURIComponent(after_cursor)}`,
      before_cursor: null,
      before_url: null,
      end_of_stream: !isStuck && (next === undefined || next.updated_at > until),
    });
    return page.length > options.heavy_rows ? brokenOff(page.length) : response;
  };

  const exportMetricEvents = (request: Request): Response => {
    const search = searchOf(request);
    const start_time = Number(search.get('start_time'));
    const path = `${base}/api/v2/incremental/ticket_metric_events.json`;
    if (start_time > secondsOf(account.now()) - 60) return tooRecent();
    const size = search.get('page[size]');
    if (size !== null) {
      const limit = Math.min(Number(size), 100);
      const { events, hasMore, after } = metricEvents.list({ start_time, after: search.get('page[after]') }, limit);
      return HttpResponse.json({
        ticket_metric_events: events,
        meta: { has_more: hasMore, after_cursor: after },
        links: { next: hasMore ? `${path}?page[after]=${after}` : null },
      });
    }
    const { events, hasMore, end_time } = metricEvents.list({ start_time, after: null }, options.page_rows);
    const next_page = `${path}?start_time=${end_time}`;
    return HttpResponse.json({
      ticket_metric_events: events,
      count: events.length,
      end_time,
      next_page,
      end_of_stream: !hasMore,
    });
  };

  /** Those that were changed since they came with a ticket; by time only, and the end has a next page too. */
  const exportOrganizations = (request: Request): Response => {
    const start_time = Number(searchOf(request).get('start_time'));
    if (start_time > secondsOf(account.now()) - 60) return tooRecent();
    const rows = [...state.levers.organizations]
      .map(([id, { updated_at, fields }]) => ({
        id,
        name: null,
        external_id: null,
        deleted_at: null,
        ...fields,
        updated_at,
      }))
      .filter(({ updated_at }) => updated_at >= start_time)
      .sort((a, b) => a.updated_at - b.updated_at);
    const page = rows.slice(0, options.page_rows);
    const end_time = page.at(-1)?.updated_at ?? start_time;
    return HttpResponse.json({
      organizations: page.map(({ updated_at, ...row }) => ({ ...row, updated_at: timeOf(updated_at * 1000) })),
      count: page.length,
      end_time,
      next_page: `${base}/api/v2/incremental/organizations.json?start_time=${end_time}`,
      end_of_stream: page.length === rows.length,
    });
  };

  return [
    http.get(`${base}/api/v2/incremental/organizations.json`, ({ request }) =>
      state.guard(request, { isExport: true, list: 'organizations' }, () => exportOrganizations(request)),
    ),
    http.get(`${base}/api/v2/incremental/tickets/cursor.json`, ({ request }) =>
      state.guard(request, { isExport: true }, () => exportTickets(request)),
    ),
    http.get(`${base}/api/v2/incremental/ticket_metric_events.json`, ({ request }) =>
      state.guard(request, { isExport: true, list: 'ticket_metric_events' }, () => exportMetricEvents(request)),
    ),
  ];
};

/** A page that was too heavy for the connection. */
const brokenOff = (rows: number): Response =>
  new HttpResponse(`{"tickets":[${'{"id":1},'.repeat(rows)}`, { headers: { 'content-type': 'application/json' } });
