import * as z from 'zod';
import { InvalidInputError } from '../../errors/invalid-input-error.js';
import type { Connector } from '../connector.js';
import { type ConnectorClock, systemClock } from '../shared/clock.js';
import { type AnyPullStream, pullStreams } from '../shared/pull-streams.js';
import { capabilityProbes } from './capability-probes.js';
import { caseCompanions } from './case-companions.js';
import { type CaseReader, createCaseReader } from './case-reader.js';
import { caseStream } from './case-stream.js';
import { casesById } from './cases-by-id.js';
import { changedCasesStream } from './changed-cases-stream.js';
import { checkSalesforce } from './check-connection.js';
import { deletedStream } from './deleted-stream.js';
import { overdueStream } from './overdue-stream.js';
import { createSalesforceApi } from './salesforce-api.js';
import {
  type SalesforceCredentials,
  salesforceCredentialsSchema,
  type SalesforceTokens,
} from './salesforce-credentials.js';
import { type SalesforceOptions, salesforceOptionsSchema } from './salesforce-options.js';
import { createSalesforceSession } from './salesforce-session.js';

/** What {@link createSalesforceConnector} needs besides the settings. */
export interface SalesforceConnectorOptions extends SalesforceOptions {
  credentials: SalesforceCredentials;
  /** @default the platform's */
  fetch?: typeof globalThis.fetch | undefined;
  /** @default the system's */
  clock?: ConnectorClock | undefined;
  /**
   * Keeps a rotated refresh token; awaited before the new access token is used, since the old refresh token is dead by
   * then.
   */
  onTokensRotated?: ((tokens: SalesforceTokens) => void | Promise<void>) | undefined;
}

const parse = <Schema extends z.ZodType>(schema: Schema, given: unknown, what: string): z.output<Schema> => {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw InvalidInputError.fromZod(what, parsed.error);
};

/** Companions come first: a first pull notes the time in each before it reads the cases with all that belongs to them. */
const streamsOf = (reader: CaseReader, clock: ConnectorClock): AnyPullStream[] => [
  ...capabilityProbes(reader),
  ...caseCompanions(reader.settings).map((companion) => changedCasesStream(companion, reader)),
  overdueStream(reader),
  caseStream(reader, clock),
  deletedStream(reader),
];

/**
 * Connects to the Service Cloud of one Salesforce organization: cases with their milestones, history, first response and,
 * where the settings say where it is, CSAT.
 *
 * @throws InvalidInputError for settings or credentials that are not valid
 * @example
 * const connector = createSalesforceConnector({
 *   my_domain: 'acme',
 *   csat: { field: 'CSAT_Score__c', scale: { min: 1, max: 5 } },
 *   credentials: { type: 'client_credentials', client_id, client_secret },
 * });
 */
export const createSalesforceConnector = ({
  credentials: givenCredentials,
  fetch = globalThis.fetch,
  clock = systemClock,
  onTokensRotated,
  ...options
}: SalesforceConnectorOptions): Connector => {
  const settings = parse(salesforceOptionsSchema, options, 'salesforce connection');
  const credentials = parse(salesforceCredentialsSchema, givenCredentials, 'salesforce credentials');
  const { my_domain, api_version, quota_share } = settings;
  const session = createSalesforceSession({ my_domain, credentials, fetch, clock, onTokensRotated });
  const api = createSalesforceApi({ session, api_version, quota_share, fetch, clock });
  const readerFor = (signal: AbortSignal | undefined): CaseReader => createCaseReader(api, settings, signal);
  return {
    id: 'salesforce',
    instance: my_domain,
    capabilities: ['incremental', 'history', 'deletions', ...(settings.csat ? (['csat'] as const) : []), 'sla'],
    checkConnection: ({ signal } = {}) => checkSalesforce(readerFor(signal)),
    pullTickets: (given = {}) => pullStreams('salesforce', streamsOf(readerFor(given.signal), clock), given),
    pullTicketsById: (externalIds, { signal } = {}) => casesById(externalIds, readerFor(signal)),
  };
};
