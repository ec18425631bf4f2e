import { InvalidInputError } from '../../errors/invalid-input-error.js';
import type { Connector } from '../connector.js';
import { systemClock } from '../shared/clock.js';
import { emptyPage } from '../shared/page.js';
import { pullStreams } from '../shared/pull-streams.js';
import { createWebhookReader } from './webhook-reader.js';
import { type WebhookConnectorOptions, webhookCredentialsSchema, webhookOptionsSchema } from './webhook-options.js';

/**
 * Takes tickets, survey answers, customers and health scores that a system of your own sends, signed. Nothing is fetched:
 * a pull finds nothing, and what was not delivered is not known.
 *
 * @throws InvalidInputError for settings that are none, and for a secret that is malformed or shorter than 24 bytes
 * @example
 * const connector = createWebhookConnector({
 *   instance: 'helpdesk',
 *   credentials: { type: 'signing_secrets', secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'] },
 * });
 * const reading = await connector.readWebhook?.(request);
 */
export const createWebhookConnector = ({
  credentials,
  clock = systemClock,
  ...options
}: WebhookConnectorOptions): Connector => {
  const { data: settings, error } = webhookOptionsSchema.safeParse(options);
  if (error) throw InvalidInputError.fromZod('webhook connection', error);
  const checked = webhookCredentialsSchema.safeParse(credentials);
  if (checked.error) throw InvalidInputError.fromZod('webhook credentials', checked.error);

  return {
    id: 'webhook',
    instance: settings.instance,
    // All of them by delivery: no pull brings any.
    capabilities: ['deletions', 'csat', 'sla', 'webhooks'],
    // There is nobody to ask: secrets and settings were checked above, and whether deliveries arrive shows when one does.
    async checkConnection() {
      return { isUsable: true, account: settings.instance, problems: [] };
    },
    // One last page without anything, whose cursor is good for the next pull.
    pullTickets: (pull = {}) => pullStreams('webhook', [], pull),
    // None is reported as removed: that the sender cannot be asked does not mean that a ticket is gone.
    async pullTicketsById() {
      return emptyPage();
    },
    readWebhook: createWebhookReader(settings, checked.data.secrets, clock),
  };
};
