import {
  createSimulatedVendor,
  type SimulatedVendor,
  type SimulatedVendorOptions,
} from '../shared/simulated-vendor.js';
import { createWindows, type IntercomRateLimit } from './intercom-answers.js';
import { intercomHandlers } from './intercom-handlers.js';
import { conversationIdOf, createTeammates, type IntercomKind } from './intercom-ids.js';
import { notificationRequest } from './intercom-notification.js';
import type { IntercomOffice } from './intercom-office.js';
import { intercomTruth } from './intercom-truth.js';

/** What can be chosen of a simulated workspace. */
export interface SimulatedIntercomOptions extends SimulatedVendorOptions {
  /** @default 'sim1' */
  app_id?: string | undefined;
  /** @default 'us' */
  region?: IntercomOffice['region'] | undefined;
  /** @default none */
  rate_limit?: IntercomRateLimit | undefined;
  /** What each ticket of the account is to Intercom. @default every eighth was converted, the others are conversations */
  kindOf?: ((number: number) => IntercomKind) | undefined;
}

/** A workspace of Intercom in memory. */
export interface SimulatedIntercom extends SimulatedVendor {
  /** As the connector takes them. */
  settings: { app_id: string; region: IntercomOffice['region']; category_field: string };
  credentials: { type: 'access_token'; access_token: string; webhook_secrets: string[] };
  /** What is odd about it: change it as you like. */
  office: IntercomOffice;
  /** Intercom's id of a ticket of the account. */
  externalId: (number: number) => string;
  /** A signed notification that something happened to a ticket. */
  notification: (topic: string, number: number, id?: string) => Promise<Request>;
}

const SECRET = 'simulated_client_secret';

const everyEighth = (number: number): IntercomKind => (number % 8 === 0 ? 'converted' : 'conversation');

/**
 * Simulates a workspace of Intercom: both searches with their cursors, the list of deleted conversations, contacts and
 * companies, the shapes of the versions 2.11 to 2.16, windows of ten seconds, and signed notifications.
 */
export const createSimulatedIntercom = (options: SimulatedIntercomOptions): SimulatedIntercom => {
  const { account, clock, app_id = 'sim1', region = 'us', rate_limit = null, kindOf = everyEighth } = options;
  const office: IntercomOffice = {
    account,
    app_id,
    app_name: 'Simulated workspace',
    region,
    access_token: 'simulated_token',
    teammates: createTeammates(),
    kindOf,
    windows: createWindows(rate_limit, () => clock.now()),
    distortions: new Map(),
    refusals: new Map(),
    companiesOf: new Map(),
    mergedContacts: new Set(),
    emptyBodies: 0,
    repeatsCursor: false,
    mostTickets: Infinity,
    ignoresSort: false,
  };
  let notifications = 0;
  return {
    ...createSimulatedVendor(options, intercomHandlers(office), () => office.windows.exceeded()),
    settings: { app_id, region, category_field: 'Topic' },
    credentials: { type: 'access_token', access_token: office.access_token, webhook_secrets: [SECRET] },
    office,
    externalId: conversationIdOf,
    truth: intercomTruth(office),
    notification: (topic, number, id = `notif_${(notifications += 1)}`) => {
      const item = { type: topic.split('.')[0], id: conversationIdOf(number) };
      const created_at = Math.floor(clock.now() / 1000);
      const data = { type: 'notification_event_data', item };
      return notificationRequest(
        { type: 'notification_event', id, topic, app_id, created_at, delivery_attempts: 1, data },
        SECRET,
      );
    },
  };
};
