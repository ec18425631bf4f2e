import { InvalidInputError } from '../../errors/invalid-input-error.js';
import type { Capability, Connector } from '../connector.js';
import { systemClock } from '../shared/clock.js';
import { pullStreams } from '../shared/pull-streams.js';
import { checkFreshdeskConnection } from './check-freshdesk-connection.js';
import { createFreshdeskApi } from './freshdesk-api.js';
import { createFreshdeskMapping } from './freshdesk-mapping.js';
import {
  type FreshdeskConnectorOptions,
  freshdeskCredentialsSchema,
  freshdeskOptionsSchema,
} from './freshdesk-options.js';
import { createFreshdeskWebhook } from './freshdesk-webhook.js';
import { ratingStream } from './rating-stream.js';
import { createTicketReader } from './ticket-reader.js';
import { removalStream, ticketStream } from './ticket-streams.js';
import { createTicketsById } from './tickets-by-id.js';

/**
 * Connects one Freshdesk account. Status changes are not to be had (`history`): Freshdesk tells how a ticket stands, and
 * only in a daily file without ids how it got there.
 *
 * @throws InvalidInputError for settings or credentials that are not valid
 * @example
 * const connector = createFreshdeskConnector({ domain: 'acme', credentials: { type: 'api_key', api_key } });
 * for await (const page of connector.pullTickets({ cursor })) cursor = page.nextCursor;
 */
export const createFreshdeskConnector = ({
  credentials: givenCredentials,
  fetch,
  clock = systemClock,
  ...givenSettings
}: FreshdeskConnectorOptions): Connector => {
  const settings = freshdeskOptionsSchema.safeParse(givenSettings);
  if (!settings.success) throw InvalidInputError.fromZod('freshdesk connection', settings.error);
  const credentials = freshdeskCredentialsSchema.safeParse(givenCredentials);
  if (!credentials.success) throw InvalidInputError.fromZod('freshdesk credentials', credentials.error);
  const { domain, sla, webhook_header } = settings.data;
  const { webhook_secrets: secrets = [] } = credentials.data;

  const api = createFreshdeskApi(settings.data, { credentials: credentials.data, fetch, clock });
  const reader = createTicketReader(api, createFreshdeskMapping(settings.data), clock);
  const streams = [
    ticketStream(api, reader),
    removalStream(api, 'deleted', domain),
    removalStream(api, 'spam', domain),
    ratingStream(api, { domain, clock }),
  ];
  const capabilities: Capability[] = ['incremental', 'deletions', 'csat'];
  if (sla === 'vendor') capabilities.push('sla');
  if (secrets.length > 0) capabilities.push('webhooks');

  return {
    id: 'freshdesk',
    instance: domain,
    capabilities,
    checkConnection: ({ signal } = {}) => checkFreshdeskConnection(api, domain, signal),
    pullTickets: (options = {}) => pullStreams('freshdesk', streams, options),
    pullTicketsById: createTicketsById(api, reader, { domain, clock }),
    ...(secrets.length > 0 && { readWebhook: createFreshdeskWebhook({ header: webhook_header, secrets }) }),
  };
};
