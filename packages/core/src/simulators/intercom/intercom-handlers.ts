import { http, HttpResponse, type JsonBodyType, type RequestHandler } from 'msw';
import type { SimulatedTicket } from '../shared/simulated-ticket.js';
import type { SimulatedPerson } from '../shared/ticket-story.js';
import { companyPayload, conversationPayload, type IntercomShape } from './conversation-payload.js';
import { errorList } from './intercom-answers.js';
import { conversationIdOf, isConversation, isTicket, numberOf, objectIdOf } from './intercom-ids.js';
import type { IntercomOffice } from './intercom-office.js';
import { type IntercomQuery, searchTickets } from './intercom-query.js';
import { ticketPayload } from './ticket-payload.js';

const HOSTS = { us: 'https://api.intercom.io', eu: 'https://api.eu.intercom.io', au: 'https://api.au.intercom.io' };

const MOST_DELETED = 60;

interface Asked {
  request: Request;
  params: Record<string, string | readonly string[] | undefined>;
  /** Of the version 2.x that was asked for. */
  minor: number;
}

type Answer = (asked: Asked) => Response | Promise<Response>;

const minorOf = (request: Request): number => {
  const version = request.headers.get('intercom-version') ?? '2.16';
  return version.startsWith('2.') ? Number(version.slice(2)) : 99;
};

/** The endpoints by method and path. */
const endpointsOf = (office: IntercomOffice): Readonly<Record<string, Answer>> => {
  const { account, app_id, app_name, region, teammates, kindOf, distortions } = office;
  const shapeOf = (ticket: SimulatedTicket, minor: number): IntercomShape => ({
    kind: kindOf(ticket.number),
    minor,
    now: account.now(),
    teammates,
  });
  const conversationOf = (ticket: SimulatedTicket, minor: number) => ({
    ...conversationPayload(ticket, shapeOf(ticket, minor)),
    ...distortions.get(ticket.number)?.conversation,
  });
  const ticketOf = (ticket: SimulatedTicket, minor: number) => ({
    ...ticketPayload(ticket, shapeOf(ticket, minor)),
    ...distortions.get(ticket.number)?.ticket,
  });
  const isThere = (ticket: SimulatedTicket): boolean => ticket.removed === null;
  const people = new Map<string, SimulatedPerson>();
  const contactOf = (id: string): SimulatedPerson | undefined => {
    if (office.mergedContacts.has(id)) return undefined;
    if (!people.has(id)) {
      for (const { story } of account.byChange()) people.set(objectIdOf(story.requester.id), story.requester);
    }
    return people.get(id);
  };
  const companiesOf = ({ id, company }: SimulatedPerson) => office.companiesOf.get(id) ?? (company ? [company] : []);

  const search =
    (list: 'conversations' | 'tickets', path: string): Answer =>
    async ({ request, minor }) => {
      const isListed = list === 'conversations' ? isConversation : isTicket;
      const query = (await request.json()) as IntercomQuery;
      if (list === 'tickets' && (query.pagination?.per_page ?? 0) > office.mostTickets) {
        return errorList(500, 'server_error');
      }
      const page = searchTickets(office.ignoresSort ? { ...query, sort: undefined } : query, account.byChange(), {
        isVisible: (ticket) => isThere(ticket) && isListed(kindOf(ticket.number)),
        categoryOf: (ticket) => (kindOf(ticket.number) === 'back_office' ? 'Back-office' : 'Customer'),
        find: (number) => account.find(number),
      });
      if (page === null) return errorList(400, 'parameter_invalid');
      const next = office.repeatsCursor ? (query.pagination?.starting_after ?? page.next) : page.next;
      const write: (ticket: SimulatedTicket, version: number) => object =
        list === 'conversations' ? conversationOf : ticketOf;
      return HttpResponse.json({
        type: path,
        pages: {
          type: 'pages',
          page: page.page,
          per_page: query.pagination?.per_page ?? 20,
          ...(next !== null && { next: { page: page.page + 1, starting_after: next } }),
        },
        total_count: page.total_count,
        [list]: page.found.map((ticket) => write(ticket, minor)),
      });
    };

  const deleted: Answer = ({ request, minor }) => {
    if (minor < 16) return errorList(400, 'intercom_version_invalid');
    const { searchParams } = new URL(request.url);
    const page = Number(searchParams.get('page') ?? 1);
    const perPage = Math.min(MOST_DELETED, Number(searchParams.get('per_page') ?? 20));
    const gone = account.byChange().filter((ticket) => !isThere(ticket) && isConversation(kindOf(ticket.number)));
    const rows = gone.toReversed().slice((page - 1) * perPage, page * perPage);
    const hasMore = page * perPage < gone.length;
    return HttpResponse.json({
      type: 'conversations.list',
      total_count: gone.length,
      pages: { type: 'pages', page, next: hasMore ? `${HOSTS[region]}/conversations/deleted?page=${page + 1}` : null },
      conversations: rows.map(({ number, updated_at }) => ({
        type: 'conversation',
        id: conversationIdOf(number),
        metrics_retained: true,
        deleted_at: Math.floor(updated_at / 1000),
      })),
    });
  };

  const single =
    (isListed: typeof isTicket, write: (ticket: SimulatedTicket, minor: number) => JsonBodyType): Answer =>
    ({ params, minor }) => {
      const ticket = account.find(numberOf(String(params.id)));
      if (!ticket || !isThere(ticket) || !isListed(kindOf(ticket.number))) return errorList(404, 'not_found');
      return HttpResponse.json(write(ticket, minor));
    };

  const contact: Answer = ({ params }) => {
    const person = contactOf(String(params.id));
    if (!person) return errorList(404, 'not_found');
    const data = companiesOf(person).map(({ id }) => ({ type: 'company', id: objectIdOf(id), url: '/companies' }));
    const { id, name, email } = person;
    const companies = { type: 'list', data: data.slice(0, 10), total_count: data.length, has_more: data.length > 10 };
    return HttpResponse.json({ type: 'contact', id: objectIdOf(id), external_id: `usr_${id}`, name, email, companies });
  };

  const contactCompanies: Answer = ({ params }) => {
    const person = contactOf(String(params.id));
    if (!person) return errorList(404, 'not_found');
    return HttpResponse.json({ type: 'list', data: companiesOf(person).map(companyPayload) });
  };

  const admins: Answer = () => {
    for (const { story } of account.byChange()) {
      for (const { assignee } of [story, ...story.changes]) if (assignee) teammates.idOf(assignee);
    }
    return HttpResponse.json({ type: 'admin.list', admins: teammates.all() });
  };

  return {
    'GET /me': () =>
      HttpResponse.json({
        type: 'admin',
        id: '1',
        app: { type: 'app', id_code: app_id, name: app_name, region: region.toUpperCase() },
      }),
    'GET /admins': admins,
    'GET /teams': () => HttpResponse.json({ type: 'team.list', teams: [{ type: 'team', id: '71', name: 'Tier 2' }] }),
    'GET /contacts/:id': contact,
    'GET /contacts/:id/companies': contactCompanies,
    'GET /conversations/deleted': deleted,
    'GET /conversations/:id': single(isConversation, (ticket, minor) => ({
      ...conversationOf(ticket, minor),
      conversation_parts: { type: 'conversation_part.list', conversation_parts: [], total_count: 0 },
    })),
    'GET /tickets/:id': single(isTicket, ticketOf),
    'POST /conversations/search': search('conversations', 'conversation.list'),
    'POST /tickets/search': search('tickets', 'ticket.list'),
  };
};

/** The API of a workspace: its own region's host answers, those of the others know no such token. */
export const intercomHandlers = (office: IntercomOffice): RequestHandler[] => {
  const unauthorized = (): Response => errorList(401, 'unauthorized');
  const own = Object.entries(endpointsOf(office)).map(([endpoint, answer]) => {
    const [method, path = ''] = endpoint.split(' ');
    return http[method === 'POST' ? 'post' : 'get'](`${HOSTS[office.region]}${path}`, async ({ request, params }) => {
      if (request.headers.get('authorization') !== `Bearer ${office.access_token}`) return unauthorized();
      const limited = office.windows.count();
      if (limited instanceof Response) return limited;
      const refusal = office.refusals.get(path);
      if (refusal) return errorList(refusal.status, refusal.code);
      if (office.emptyBodies > 0) {
        office.emptyBodies -= 1;
        return new HttpResponse('', { status: 200 });
      }
      const response = await answer({ request, params, minor: minorOf(request) });
      for (const [name, value] of Object.entries(limited)) response.headers.set(name, value);
      return response;
    });
  });
  const others = Object.values(HOSTS).filter((host) => host !== HOSTS[office.region]);
  return [...own, ...others.map((host) => http.all(`${host}/*`, unauthorized))];
};
