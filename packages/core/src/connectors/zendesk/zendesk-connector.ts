import { InvalidInputError } from '../../errors/invalid-input-error.js';
import type { Connector } from '../connector.js';
import { systemClock } from '../shared/clock.js';
import { pullStreams } from '../shared/pull-streams.js';
import { createConnectionCheck } from './check-zendesk-connection.js';
import { createTicketsById } from './pull-zendesk-tickets-by-id.js';
import { createZendeskApi } from './zendesk-api.js';
import { csatStream } from './zendesk-csat-stream.js';
import { type ZendeskConnectorOptions, zendeskCredentialsSchema, zendeskOptionsSchema } from './zendesk-options.js';
import { organizationStream } from './zendesk-organization-stream.js';
import { slaStream } from './zendesk-sla-stream.js';
import { createTicketPageReader } from './zendesk-ticket-page.js';
import { ticketStream } from './zendesk-ticket-stream.js';
import { createZendeskWebhookReader } from './zendesk-webhook.js';

/**
 * Connects a Zendesk Support account. Make it once for each connection: two at a time would each use up the other's
 * refresh token.
 *
 * Webhooks are read when the credentials hold `webhook_secrets`.
 *
 * @throws InvalidInputError for wrong options or credentials, with the path of each
 * @example
 * const connector = createZendeskConnector({
 *   subdomain: 'acme',
 *   credentials: { type: 'oauth', client_id, client_secret, access_token, refresh_token, expires_at },
 *   onTokensRotated: (tokens) => vault.save('zendesk', tokens),
 * });
 */
export const createZendeskConnector = (options: ZendeskConnectorOptions): Connector => {
  const { credentials, fetch = globalThis.fetch, clock = systemClock, onTokensRotated, ...rest } = options;
  const settings = zendeskOptionsSchema.safeParse(rest);
  if (!settings.success) throw InvalidInputError.fromZod('zendesk connection', settings.error);
  const access = zendeskCredentialsSchema.safeParse(credentials);
  if (!access.success) throw InvalidInputError.fromZod('zendesk credentials', access.error);

  const api = createZendeskApi({ settings: settings.data, credentials: access.data, fetch, clock, onTokensRotated });
  const readPage = createTicketPageReader(api, settings.data);
  const secrets = access.data.webhook_secrets;
  return {
    id: 'zendesk',
    instance: settings.data.subdomain,
    capabilities: ['incremental', 'deletions', 'csat', 'sla', ...(secrets.length > 0 ? (['webhooks'] as const) : [])],
    checkConnection: createConnectionCheck(api, settings.data),
    pullTickets: (pull = {}) =>
      pullStreams(
        'zendesk',
        [
          organizationStream(api, settings.data),
          ticketStream(api, settings.data, readPage),
          slaStream(api, settings.data),
          csatStream(api, settings.data),
        ],
        pull,
      ),
    pullTicketsById: createTicketsById(api, settings.data, readPage),
    ...(secrets.length > 0 && { readWebhook: createZendeskWebhookReader(secrets, clock) }),
  };
};
