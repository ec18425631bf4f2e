import { http, HttpResponse, type RequestHandler } from 'msw';
import type { FreshdeskCredentials, FreshdeskSettings } from '../../connectors/freshdesk/freshdesk-options.js';
import type { SimulatedTicket } from '../shared/simulated-ticket.js';
import {
  createSimulatedVendor,
  type SimulatedVendor,
  type SimulatedVendorOptions,
} from '../shared/simulated-vendor.js';
import { createFreshdeskPeople, FRESHDESK_GROUPS, ownAgent } from './freshdesk-people.js';
import { type Answer, createFreshdeskGate, pageOf, refused } from './freshdesk-gate.js';
import { ofState } from './of-state.js';
import {
  FRESHDESK_INCLUDES,
  FRESHDESK_TICKET_FIELDS,
  freshdeskRatingRow,
  freshdeskTicketRow,
  ratingsOf,
} from './freshdesk-rows.js';
import { listTickets } from './freshdesk-ticket-list.js';
import { freshdeskTruth } from './freshdesk-truth.js';

/** What a simulated Freshdesk account is like. */
export interface SimulatedFreshdeskOptions extends SimulatedVendorOptions {
  /** @default 'acme' */
  domain?: string;
  /** @default 'freshdesk-test-key' */
  api_key?: string;
  /** What rules put into the header of their webhooks. @default 'freshdesk-test-secret' */
  webhook_secret?: string;
  /** Requests a minute; more are refused, and every response counts down. @default no limit */
  rate_limit?: number;
  /** Whether the plan has surveys. @default true */
  has_surveys?: boolean;
  /** Whether companies may be included in lists of tickets. @default true */
  includes_company?: boolean;
  /** What the key's agent sees: 1 all, 2 the own groups', 3 the own tickets. @default 1 */
  ticket_scope?: number;
  /** Lists that the key may not read, such as `agents`. @default none */
  forbidden?: readonly string[];
}

/** A Freshdesk account in memory. */
export interface SimulatedFreshdesk extends SimulatedVendor {
  settings: FreshdeskSettings;
  credentials: FreshdeskCredentials;
  /** Lays fields over the rows of a ticket, as odd accounts have them. */
  patch(number: number, fields: Readonly<Record<string, unknown>>): void;
  /** The seconds that a refusal for want of quota asks to wait; null: it does not say. */
  retryAfter(seconds: number | null): void;
  /** Query strings of the requests so far. */
  queries: readonly string[];
  /** The request of a rule with the simple body. */
  webhook(number: number, secret?: string): Request;
}

const LAST_PAGE = 300;

/**
 * Makes a Freshdesk account in memory: lists without totals that end at page 300 and shift while tickets change, the last 30
 * days unless told otherwise, deleted tickets and spam behind a filter, refusals by plan and by key.
 *
 * @example
 * const vendor = createSimulatedFreshdesk({ account, clock });
 * createFreshdeskConnector({ ...vendor.settings, credentials: vendor.credentials, fetch: vendor.fetch, clock });
 */
export const createSimulatedFreshdesk = ({
  domain = 'acme',
  api_key = 'freshdesk-test-key',
  webhook_secret = 'freshdesk-test-secret',
  rate_limit,
  has_surveys = true,
  includes_company = true,
  ticket_scope = 1,
  forbidden = [],
  ...shared
}: SimulatedFreshdeskOptions): SimulatedFreshdesk => {
  const { account, clock } = shared;
  const people = createFreshdeskPeople(account);
  const patches = new Map<number, Readonly<Record<string, unknown>>>();
  const queries: string[] = [];
  let retryAfter: number | null = 60;
  const allRatings = ofState(account, ratingsOf);
  const gate = createFreshdeskGate({ api_key, rate_limit, forbidden, clock });

  const rowOf = (ticket: SimulatedTicket, includes: readonly string[]): object => ({
    ...freshdeskTicketRow(ticket, people),
    ...Object.assign({}, ...includes.map((name) => FRESHDESK_INCLUDES[name]?.(ticket))),
    ...patches.get(ticket.number),
  });
  /** Null: something is asked for that cannot be included. */
  const includesIn = (url: URL): string[] | null => {
    const names = url.searchParams.get('include')?.split(',') ?? [];
    const isKnown = names.every((name) => name in FRESHDESK_INCLUDES && (name !== 'company' || includes_company));
    return isKnown ? names : null;
  };

  const tickets = (url: URL): Answer => {
    const { page, per_page } = pageOf(url);
    if (page > LAST_PAGE) return refused('page', 'You cannot access tickets beyond the 300th page.');
    const includes = includesIn(url);
    if (!includes) return refused('include', 'It should be one of these values: requester,stats,description');
    const filter = url.searchParams.get('filter');
    if (filter !== null && filter !== 'deleted' && filter !== 'spam') return refused('filter', 'not simulated');
    const since = url.searchParams.get('updated_since');
    const updated_since = since === null ? null : Date.parse(since);
    if (Number.isNaN(updated_since)) return refused('updated_since', 'It should be a valid date');
    const isAscendingByChange =
      url.searchParams.get('order_by') === 'updated_at' && url.searchParams.get('order_type') === 'asc';
    const listed = listTickets(account, { filter, updated_since, isAscendingByChange, page, per_page });
    return { rows: listed.tickets.map((ticket) => rowOf(ticket, includes)), hasNext: listed.hasNext };
  };

  const ratings = (url: URL): Answer => {
    if (!has_surveys) {
      const message =
        'The Surveys feature(s) is/are not supported in your plan. Please upgrade your account to use it.';
      return { status: 403, body: { code: 'require_feature', message } };
    }
    const since = Date.parse(url.searchParams.get('created_since') ?? '2000-01-01T00:00:00Z');
    const { page, per_page } = pageOf(url);
    const listed = allRatings().filter(({ at }) => at >= since);
    const rows = listed.slice((page - 1) * per_page, page * per_page).map(freshdeskRatingRow);
    return { rows, hasNext: listed.length > page * per_page };
  };

  const one = (row: object | undefined): Answer => (row ? { body: row } : { status: 404, body: undefined });

  const answers: Readonly<Record<string, (url: URL, id: number) => Answer>> = {
    tickets,
    'tickets/:id': (url, id) => {
      const ticket = account.find(id);
      const includes = includesIn(url);
      return includes ? one(ticket && rowOf(ticket, includes)) : refused('include', 'not to be included');
    },
    'surveys/satisfaction_ratings': ratings,
    ticket_fields: () => ({ body: FRESHDESK_TICKET_FIELDS }),
    groups: () => ({ rows: [...FRESHDESK_GROUPS] }),
    'agents/me': () => ({ body: ownAgent(ticket_scope) }),
    agents: () => ({ rows: people.agents() }),
    contacts: (url) => ({ rows: people.contacts(url.searchParams.get('_updated_since')) }),
    'contacts/:id': (_url, id) => one(people.contact(id)),
    companies: () => ({ rows: people.companies() }),
  };
  const handlers: RequestHandler[] = Object.entries(answers).map(([path, answer]) =>
    http.get(`https://${domain}.freshdesk.com/api/v2/${path}`, ({ request, params }) => {
      const url = new URL(request.url);
      queries.push(url.search);
      return gate(request, path, () => answer(url, Number(params['id'])));
    }),
  );
  const vendor = createSimulatedVendor(shared, handlers, () =>
    HttpResponse.json(
      { message: 'You have exceeded the limit of requests per minute' },
      { status: 429, headers: retryAfter === null ? {} : { 'retry-after': String(retryAfter) } },
    ),
  );
  return {
    ...vendor,
    settings: { domain, category_field: 'cf_topic' },
    credentials: { type: 'api_key', api_key, webhook_secrets: [webhook_secret] },
    queries,
    truth: (ticket) => freshdeskTruth(ticket, domain),
    patch: (number, fields) => void patches.set(number, { ...patches.get(number), ...fields }),
    retryAfter(seconds) {
      retryAfter = seconds;
    },
    webhook: (number, secret = webhook_secret) =>
      new Request('https://hooks.example/freshdesk', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'X-Webhook-Secret': secret },
        body: JSON.stringify({ freshdesk_webhook: { ticket_id: number, ticket_status: 'Open' } }),
      }),
  };
};
