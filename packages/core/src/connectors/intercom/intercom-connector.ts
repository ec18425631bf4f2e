import { InvalidInputError } from '../../errors/invalid-input-error.js';
import type { Capability, Connector, ConnectorPage } from '../connector.js';
import { systemClock } from '../shared/clock.js';
import { type AnyPullStream, type PullStream, pullStreams } from '../shared/pull-streams.js';
import { ticketId } from '../shared/ticket-id.js';
import { isVersionFrom } from './api-version.js';
import { checkIntercomConnection } from './check-intercom-connection.js';
import { createContactDirectory } from './contact-directory.js';
import { deletedConversations } from './deleted-conversations.js';
import { createIntercomHttp } from './intercom-http.js';
import {
  type IntercomConnectorOptions,
  intercomCredentialsSchema,
  intercomOptionsSchema,
  type ReadIntercomSettings,
} from './intercom-options.js';
import { readIntercomWebhook } from './intercom-webhook.js';
import { createIntercomMapping } from './map-intercom-ticket.js';
import { createRowReader } from './row-reader.js';
import { CONVERSATION_SEARCH, TICKET_SEARCH } from './search-pages.js';
import { type SearchWalkOptions, walkSearch, type WalkState, walkStateSchema } from './search-walk.js';
import { readSingleRows } from './single-rows.js';
import { createTeammateNames } from './teammate-names.js';
import { createWorkspaceGuard } from './workspace-guard.js';

/** The categories of tickets as the search knows them. */
const SEARCH_TERMS: Readonly<Record<ReadIntercomSettings['ticket_categories'][number], string>> = {
  Customer: 'request',
  'Back-office': 'task',
  Tracker: 'tracker',
};

/** A search as a stream of a pull. */
const searchStream = (
  { name, capability }: Pick<AnyPullStream, 'name' | 'capability'>,
  walk: SearchWalkOptions,
  read: (records: readonly unknown[], signal: AbortSignal | undefined) => Promise<ConnectorPage>,
): PullStream<WalkState> => ({
  name,
  capability,
  state: walkStateSchema,
  begin: (since) => ({ from: Math.max(0, Math.floor((since ?? 0) / 1000)), pages: 0 }),
  async *pull(state, signal) {
    for await (const { records, state: next } of walkSearch(walk, state, signal)) {
      yield { page: records.length > 0 ? await read(records, signal) : {}, state: next };
    }
  },
});

const readOptions = (options: IntercomConnectorOptions) => {
  const { credentials, fetch = globalThis.fetch, clock = systemClock, isKnownCustomer, ...settings } = options;
  const read = intercomOptionsSchema.safeParse(settings);
  if (!read.success) throw InvalidInputError.fromZod('intercom connection', read.error);
  const secrets = intercomCredentialsSchema.safeParse(credentials);
  if (!secrets.success) throw InvalidInputError.fromZod('intercom credentials', secrets.error);
  return { settings: read.data, credentials: secrets.data, fetch, clock, isKnownCustomer };
};

/**
 * Connects a workspace of Intercom: its conversations and customer tickets, which are one thing under one id.
 *
 * @throws InvalidInputError for settings or credentials that are not right
 * @example
 * const connector = createIntercomConnector({
 *   app_id: 'abc123',
 *   region: 'eu',
 *   credentials: { type: 'access_token', access_token: token, webhook_secrets: [clientSecret] },
 * });
 */
export const createIntercomConnector = (options: IntercomConnectorOptions): Connector => {
  const { settings, credentials, fetch, clock, isKnownCustomer } = readOptions(options);
  const { app_id, slice_days, overlap_seconds, ticket_categories } = settings;
  const { access_token, webhook_secrets: secrets } = credentials;
  const http = createIntercomHttp(settings, { access_token, fetch, clock });
  const rows = createRowReader({
    http,
    mapping: createIntercomMapping(settings),
    contacts: createContactDirectory({ http, clock, isKnownCustomer }),
    names: createTeammateNames(http, clock),
  });
  const checkWorkspace = createWorkspaceGuard(http, app_id);
  const hasDeletions = isVersionFrom(settings.api_version, 2, 16);
  const terms = ticket_categories.map((category) => SEARCH_TERMS[category]);
  const walk = { http, clock, slice_days, overlap_seconds };
  const streams: AnyPullStream[] = [
    // First, so that what is deleted while the others are read is found by the next pull.
    ...(hasDeletions ? [deletedConversations({ http, clock, app_id, overlap_seconds })] : []),
    searchStream(
      { name: 'conversations', capability: null },
      { ...walk, search: CONVERSATION_SEARCH, filters: [] },
      (records, signal) => rows.mapConversations(records, signal),
    ),
    searchStream(
      { name: 'tickets', capability: 'history' },
      { ...walk, search: TICKET_SEARCH, filters: [{ field: 'category', operator: 'IN', value: terms }] },
      (records, signal) => rows.mapTickets(records, signal),
    ),
  ];
  const capabilities: Capability[] = [
    'incremental',
    'history',
    ...(hasDeletions ? (['deletions'] as const) : []),
    'csat',
    'sla',
    ...(secrets.length > 0 ? (['webhooks'] as const) : []),
  ];

  return {
    id: 'intercom',
    instance: app_id,
    capabilities,
    checkConnection: ({ signal } = {}) => checkIntercomConnection(http, settings, signal),
    async *pullTickets(pull = {}) {
      await checkWorkspace(pull.signal);
      yield* pullStreams('intercom', streams, pull);
    },
    async pullTicketsById(externalIds, { signal } = {}) {
      await checkWorkspace(signal);
      const { gone, ...found } = await readSingleRows(http, externalIds, signal);
      const page = await rows.mapRows(found, signal);
      const removed = gone.map((id) => ({
        ticket_id: ticketId('intercom', app_id, id),
        reason: 'deleted' as const,
        source_updated_at: null,
      }));
      return { ...page, removed: [...page.removed, ...removed] };
    },
    ...(secrets.length > 0 && { readWebhook: (request) => readIntercomWebhook(request, { app_id, secrets }) }),
  };
};
