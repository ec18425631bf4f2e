import { createHmac } from 'node:crypto';
import type { DesklyTicket } from './deskly-payload.js';

const PAGE = 10;

/** Deskly in memory, as its documentation describes it: what the connector is tested against. */
export const createDesklyServer = ({ api_key, webhook_secret }: { api_key: string; webhook_secret: string }) => {
  const tickets = new Map<number, DesklyTicket>();
  let requests = 0;
  let retryAfter: number | null = null;

  const listed = (search: URLSearchParams) => {
    const changed = search.get('changed_at') ?? '';
    const after = Number(search.get('after_id'));
    const page = [...tickets.values()]
      .filter((ticket) => ticket.changed_at > changed || (ticket.changed_at === changed && ticket.id > after))
      .sort((a, b) => a.changed_at.localeCompare(b.changed_at) || a.id - b.id)
      .slice(0, PAGE);
    const last = page.at(-1);
    return { tickets: page, next: last ? { changed_at: last.changed_at, id: last.id } : null };
  };
  const routes: Record<string, (search: URLSearchParams) => unknown> = {
    '/v1/me': () => ({ name: 'Acme' }),
    '/v1/tickets': listed,
    '/v1/tickets/by-id': (search) =>
      (search.get('ids') ?? '').split(',').flatMap((id) => tickets.get(Number(id)) ?? []),
  };

  return {
    tickets,
    requestCount: () => requests,
    limitRate: (seconds: number) => void (retryAfter = seconds),
    fetch: async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      requests += 1;
      const headers = { 'retry-after': String(retryAfter) };
      if (retryAfter !== null) {
        retryAfter = null;
        return new Response('Slow down', { status: 429, headers });
      }
      if (request.headers.get('authorization') !== `Bearer ${api_key}`) return new Response('Who?', { status: 401 });
      const { pathname, searchParams } = new URL(request.url);
      const route = routes[pathname];
      return route ? Response.json(route(searchParams)) : new Response('Where?', { status: 404 });
    },
    webhook: (ticket: number, secret = webhook_secret): Request => {
      const body = JSON.stringify({ delivery: `d-${ticket}`, ticket });
      const signature = createHmac('sha256', secret).update(body).digest('hex');
      const headers = { 'x-deskly-signature': signature };
      return new Request('https://support.example/hook', { method: 'POST', body, headers });
    },
  };
};
