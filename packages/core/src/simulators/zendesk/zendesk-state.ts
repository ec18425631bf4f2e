import type { SimulatedAccount } from '../shared/simulated-account.js';
import type { SimulatedTicket } from '../shared/simulated-ticket.js';
import type { ZendeskList } from './zendesk-lists.js';
import {
  type AccountWords,
  zendeskOrganizationJson,
  zendeskTicketJson,
  type ZendeskTicketJson,
} from './zendesk-ticket-json.js';

/** What can be set of a simulated account, with defaults. */
export interface ZendeskStateOptions {
  subdomain: string;
  role: 'admin' | 'agent';
  /** Lists that the plan lacks, and how they are refused. */
  missing: Partial<Record<ZendeskList, 403 | 404>>;
  /** Rows of an export page at most. */
  page_rows: number;
  /** Export pages with more rows break off. */
  heavy_rows: number;
  survey_points: 2 | 3 | 5 | undefined;
  /** Requests a minute; absent: no limit. */
  rate_limit: { account: number; exports: number } | undefined;
}

/** What a request needs besides a way in. */
export interface Needs {
  isExport?: boolean;
  isAdminOnly?: boolean;
  list?: ZendeskList;
}

/** A simulated account as its handlers see it. */
export interface ZendeskState extends AccountWords {
  account: SimulatedAccount;
  base: string;
  options: ZendeskStateOptions;
  levers: {
    isCursorStuck: boolean;
    edits: Map<number, object>;
    /** Organizations that were changed, in order, with the second of it. */
    organizations: Map<number, { updated_at: number; fields: object }>;
  };
  ticketJson: (ticket: SimulatedTicket) => object;
  guard(request: Request, needs: Needs, answer: () => Response): Response;
}

const json = (body: object, status: number, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers });

const forbidden = (): Response =>
  json({ error: { title: 'Forbidden', message: 'You do not have access to this page.' } }, 403);

/** Counts the requests of the last minute. */
const createMeter = (now: () => number) => {
  let taken: number[] = [];
  return (limit: number): { isOver: boolean; remaining: number; resets: number } => {
    taken = taken.filter((at) => at > now() - 60_000);
    const resets = Math.ceil(((taken[0] ?? now()) + 60_000 - now()) / 1000);
    if (taken.length >= limit) return { isOver: true, remaining: 0, resets };
    taken.push(now());
    return { isOver: false, remaining: limit - taken.length, resets };
  };
};

/** Makes the state that all handlers of an account share. */
export const createZendeskState = (
  account: SimulatedAccount,
  options: ZendeskStateOptions,
  isOpen: (request: Request) => boolean,
): ZendeskState => {
  const levers: ZendeskState['levers'] = { isCursorStuck: false, edits: new Map(), organizations: new Map() };
  const agents = new Map<string, number>();
  const shown = new WeakMap<SimulatedTicket, ZendeskTicketJson>();
  const meters = { account: createMeter(() => account.now()), exports: createMeter(() => account.now()) };

  const agentId = (name: string): number => {
    const id = agents.get(name) ?? 8001 + agents.size;
    agents.set(name, id);
    return id;
  };
  const limited = (needs: Needs): Response | Headers => {
    const { rate_limit } = options;
    if (!rate_limit) return new Headers();
    const total = meters.account(rate_limit.account);
    const exported = needs.isExport ? meters.exports(rate_limit.exports) : null;
    const over = [total, exported].find((reading) => reading?.isOver);
    if (over) return json({ error: 'TooManyRequests' }, 429, { 'retry-after': String(over.resets) });
    return new Headers({
      'x-rate-limit': String(rate_limit.account),
      'x-rate-limit-remaining': String(total.remaining),
      'ratelimit-reset': String(total.resets),
    });
  };

  return {
    account,
    base: `https://${options.subdomain}.zendesk.com`,
    options,
    levers,
    agentId,
    ticketJson(ticket) {
      const rendered = shown.get(ticket) ?? zendeskTicketJson(ticket, agentId, options.subdomain);
      shown.set(ticket, rendered);
      const edit = levers.edits.get(ticket.number);
      return edit ? { ...rendered, ...edit } : rendered;
    },
    organizationJson: (company) => ({
      ...zendeskOrganizationJson(company),
      ...levers.organizations.get(company.id)?.fields,
    }),
    guard(request, needs, answer) {
      if (!isOpen(request)) return json({ error: "Couldn't authenticate you" }, 401);
      const limit = limited(needs);
      if (limit instanceof Response) return limit;
      if ((needs.isExport || needs.isAdminOnly) && options.role !== 'admin') return forbidden();
      const refusal = needs.list && options.missing[needs.list];
      if (refusal === 403) return forbidden();
      if (refusal === 404) return json({ error: 'InvalidEndpoint', description: 'Not found' }, 404);
      const response = answer();
      for (const [name, value] of limit) response.headers.set(name, value);
      return response;
    },
  };
};
