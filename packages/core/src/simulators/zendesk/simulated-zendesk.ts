import type { ZendeskCredentials, ZendeskOptions } from '../../connectors/zendesk/zendesk-options.js';
import { createFaults } from '../shared/faults.js';
import {
  createSimulatedVendor,
  type SimulatedVendor,
  type SimulatedVendorOptions,
} from '../shared/simulated-vendor.js';
import { signZendeskWebhook, zendeskTicketEvent } from './sign-zendesk-webhook.js';
import { zendeskExportHandlers } from './zendesk-export-handlers.js';
import { secondsOf } from './zendesk-lists.js';
import { zendeskListHandlers } from './zendesk-list-handlers.js';
import { createZendeskDoor, type ZendeskAuth } from './zendesk-oauth.js';
import { zendeskTruth } from './zendesk-truth.js';
import { createZendeskState, type ZendeskStateOptions } from './zendesk-state.js';

/** What {@link createSimulatedZendesk} takes; all but the account and the clock have defaults. */
export interface SimulatedZendeskOptions extends SimulatedVendorOptions, Partial<ZendeskStateOptions> {
  /** @default 'api_token' */
  auth?: ZendeskAuth | undefined;
  /** How long an access token lives. @default 7200 */
  token_seconds?: number | undefined;
}

/** A Zendesk Support account in memory. */
export interface SimulatedZendesk extends SimulatedVendor {
  settings: ZendeskOptions;
  credentials: ZendeskCredentials;
  /** Refuses the access token from now on; a refresh still works. */
  expireToken(): void;
  /** How many tokens were issued, the first included. */
  issuedTokens(): number;
  /** From now on the ticket export gives the same cursor again and again. */
  stickCursor(): void;
  /** Shows a ticket with other fields than it has. */
  edit(number: number, fields: object): void;
  /** Changes an organization now. */
  editOrganization(id: number, fields: object): void;
  /** Refuses the next request for so many seconds. */
  limitRate(seconds: number): void;
  /** A signed delivery; of an event of a ticket unless a body is given. */
  webhook(number: number, body?: unknown): Promise<Request>;
}

const WEBHOOK_SECRET = 'c2ltdWxhdGVkIHdlYmhvb2sgc2VjcmV0';

/**
 * Makes a Zendesk account that answers as the real one does: exports by cursor and by time, the last minute left out, rate
 * limits, roles, plans, tokens that rotate.
 *
 * @example
 * const zendesk = createSimulatedZendesk({ account, clock });
 * const { fetch, clock, settings, credentials } = zendesk;
 * const connector = createZendeskConnector({ ...settings, credentials, fetch, clock });
 */
export const createSimulatedZendesk = ({
  auth = 'api_token',
  token_seconds = 7200,
  account,
  clock,
  faults = createFaults(),
  request_ms,
  subdomain = 'acme',
  role = 'admin',
  missing = {},
  page_rows = 1000,
  heavy_rows = Infinity,
  survey_points,
  rate_limit,
}: SimulatedZendeskOptions): SimulatedZendesk => {
  const base = `https://${subdomain}.zendesk.com`;
  const door = createZendeskDoor(auth, { base, seconds: token_seconds, now: () => clock.now() });
  const options = { subdomain, role, missing, page_rows, heavy_rows, survey_points, rate_limit };
  const state = createZendeskState(account, options, (request) => door.isOpen(request));
  let retryAfter = 1;
  const rateLimited = (): Response =>
    Response.json({ error: 'TooManyRequests' }, { status: 429, headers: { 'retry-after': String(retryAfter) } });
  const handlers = [...zendeskExportHandlers(state), ...zendeskListHandlers(state), door.handler];
  return {
    ...createSimulatedVendor({ account, clock, faults, request_ms }, handlers, rateLimited),
    settings: { subdomain, ...(survey_points && { survey_points }) },
    credentials: { ...door.credentials, webhook_secrets: [WEBHOOK_SECRET] },
    truth: (ticket) =>
      zendeskTruth(ticket, {
        subdomain,
        organizationFields: (id) => state.levers.organizations.get(id)?.fields ?? {},
      }),
    expireToken: () => door.expire(),
    issuedTokens: () => door.rounds(),
    stickCursor() {
      state.levers.isCursorStuck = true;
    },
    edit: (number, fields) => void state.levers.edits.set(number, fields),
    editOrganization(id, fields) {
      const { organizations } = state.levers;
      const known = organizations.get(id)?.fields;
      organizations.set(id, { updated_at: secondsOf(clock.now()), fields: { ...known, ...fields } });
    },
    limitRate(seconds) {
      retryAfter = seconds;
      faults.next('rate_limited');
    },
    webhook: (number, body = zendeskTicketEvent(number, clock.now())) =>
      signZendeskWebhook(body, { secret: WEBHOOK_SECRET, at: clock.now() }),
  };
};
