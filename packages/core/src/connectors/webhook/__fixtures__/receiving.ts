import { createSimulatedClock, type SimulatedClock } from '../../../simulators/shared/simulated-clock.js';
import { createWebhookSender, type WebhookSender } from '../../../simulators/webhook/webhook-sender.js';
import type { Connector, WebhookReading } from '../../connector.js';
import { createWebhookConnector } from '../webhook-connector.js';
import type { WebhookSettings } from '../webhook-options.js';

/** Secret and time of the vector in the facts, section 3.2. */
export const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
export const VECTOR_SECONDS = 1_755_684_000;

/** A connector, and a sender that shares its secret and clock. */
export interface Receiving {
  clock: SimulatedClock;
  connector: Connector;
  sender: WebhookSender;
  read: (request: Request) => Promise<WebhookReading>;
}

export const createReceiving = (
  settings: Partial<WebhookSettings> = {},
  secrets: readonly string[] = [SECRET],
): Receiving => {
  const clock = createSimulatedClock(VECTOR_SECONDS * 1000);
  const connector = createWebhookConnector({
    instance: 'helpdesk',
    ...settings,
    credentials: { type: 'signing_secrets', secrets: [...secrets] },
    clock,
  });
  const { readWebhook } = connector;
  if (!readWebhook) throw new Error('the connector has no readWebhook');
  const sender = createWebhookSender({ secret: secrets[0] ?? '', clock, scheme: settings.scheme ?? 'standard' });
  return { clock, connector, sender, read: readWebhook };
};
