import type { WebhookReading } from '../connector.js';
import { readBody } from '../shared/request-body.js';
import { isSameSecret } from '../shared/signature.js';

/** How a rule of Freshdesk proves that it is one. */
export interface FreshdeskWebhookOptions {
  /** Name of the header in which a rule sends the secret. */
  header: string;
  /** The newest and, while it is being replaced, the one before. */
  secrets: readonly string[];
}

/** A rule that writes of more tickets than this is none. */
const MOST_TICKETS = 20;

const passwordOf = (authorization: string | null): string | null => {
  const [, encoded] = /^Basic\s+(\S+)$/i.exec(authorization ?? '') ?? [];
  if (encoded === undefined) return null;
  try {
    const pair = new TextDecoder().decode(Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0)));
    return pair.slice(pair.indexOf(':') + 1);
  } catch {
    return null;
  }
};

const isGenuine = async (request: Request, { header, secrets }: FreshdeskWebhookOptions): Promise<boolean> => {
  const given = [request.headers.get(header), passwordOf(request.headers.get('authorization'))];
  let isSame = false;
  for (const candidate of given) {
    for (const secret of secrets) isSame = (candidate !== null && (await isSameSecret(candidate, secret))) || isSame;
  }
  return isSame;
};

/**
 * `"ticket_id": 18`, `<ticket_id>18</ticket_id>`, `ticket_id=18`, `"ticket": {"id": 18}`, the address of a ticket, or an
 * `id` as the first thing in a body.
 */
const TICKET_ID =
  /(?:ticket[._-]?id["'\s]*[:=>]|"ticket"\s*:\s*\{\s*"id"\s*:|\/tickets\/|^\s*\{\s*"id"\s*:)["'\s]*#?(\d{1,16})\b/gi;

/**
 * Finds the numbers of tickets in a body. An administrator may write any body, and a quotation mark in a subject makes it
 * invalid JSON, so nothing is parsed; a wrong number that somebody smuggled into a subject only has one ticket read anew.
 */
const ticketIdsIn = (body: string): string[] => {
  const ids = [...body.matchAll(TICKET_ID)].flatMap(([, id]) => id ?? []);
  return [...new Set(ids)].slice(0, MOST_TICKETS);
};

/**
 * Makes the reader of webhooks that automation rules send. Freshdesk signs nothing: a rule carries a secret in a header or
 * as the password of its basic authentication. A body says that something happened to a ticket and is no data: labels in it
 * are translated and dates are formatted for eyes.
 */
export const createFreshdeskWebhook =
  (options: FreshdeskWebhookOptions) =>
  async (request: Request): Promise<WebhookReading> => {
    if (!(await isGenuine(request, options))) {
      return { kind: 'rejected', status: 401, field: options.header, reason: 'expected the secret of this connection' };
    }
    const body = await readBody(request);
    if (body === null) return { kind: 'rejected', status: 413, field: '', reason: 'expected a smaller body' };
    const refetch = ticketIdsIn(new TextDecoder().decode(body));
    if (refetch.length > 0) return { kind: 'accepted', delivery_id: null, refetch };
    return { kind: 'rejected', status: 400, field: 'ticket_id', reason: 'expected the number of a ticket' };
  };
