import * as z from 'zod';
import type { ConnectorPage } from '../connector.js';
import { ConnectorError } from '../shared/connector-error.js';
import { readRecords } from '../shared/page.js';
import { createTicketReader, organizationIdOf } from './map-zendesk-ticket.js';
import type { ZendeskApi } from './zendesk-api.js';
import type { ZendeskSettings } from './zendesk-options.js';
import { readOrganizations, readSideloads, type Sideloads } from './zendesk-sideloads.js';
import { readStatusLabels, type StatusLabels } from './zendesk-status-labels.js';

/** What comes along with tickets, on every page. */
export const INCLUDE = 'users,organizations,groups,metric_sets';

const LABELS_KEPT_MS = 3_600_000;

const referencesSchema = z.array(
  z
    .object({
      requester_id: z.union([z.number(), z.string()]).nullish(),
      organization_id: z.union([z.number(), z.string()]).nullish(),
      custom_status_id: z.unknown().optional(),
    })
    .catch({}),
);

/** What an account does not let us read, or does not have, is simply not known. */
const unlessRefused = async <Value>(request: Promise<Value>): Promise<Value | null> => {
  try {
    return await request;
  } catch (error) {
    const isRefused =
      error instanceof ConnectorError && (error.code === 'connector_forbidden' || error.code === 'connector_not_found');
    if (isRefused) return null;
    throw error;
  }
};

/** Reads one document of tickets, after fetching what its tickets refer to but did not bring along. */
export type TicketPageReader = (
  document: { tickets: readonly unknown[] },
  signal: AbortSignal | undefined,
) => Promise<ConnectorPage>;

/** Makes the reader of an account's ticket pages. */
export const createTicketPageReader = ({ http, clock }: ZendeskApi, settings: ZendeskSettings): TicketPageReader => {
  const readTickets = createTicketReader(settings);
  let labels: StatusLabels = new Map();
  let labelsUntil = -Infinity;

  const knowLabels = async (signal: AbortSignal | undefined): Promise<void> => {
    if (clock.now() < labelsUntil) return;
    const document = await unlessRefused(http.json('custom_statuses.json', { operation: 'custom statuses', signal }));
    labels = readStatusLabels(
      z.object({ custom_statuses: z.unknown().optional() }).catch({}).parse(document).custom_statuses,
    );
    labelsUntil = clock.now() + LABELS_KEPT_MS;
  };

  /** A requester's organization, which counts for a ticket without one, does not come along. */
  const withOrganizations = async (
    sideloads: Sideloads,
    ids: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<Sideloads> => {
    const organizations = new Map(sideloads.organizations);
    for (let at = 0; at < ids.length; at += 100) {
      const search = { ids: ids.slice(at, at + 100).join(',') };
      const request = http.json('organizations/show_many.json', { operation: 'organizations', search, signal });
      const document = await unlessRefused(request);
      const { organizations: more } = z.object({ organizations: z.unknown().optional() }).catch({}).parse(document);
      for (const [id, organization] of readOrganizations(more)) organizations.set(id, organization);
    }
    return { ...sideloads, organizations };
  };

  return async (document, signal) => {
    const references = referencesSchema.parse(document.tickets);
    if (references.some(({ custom_status_id }) => custom_status_id != null)) await knowLabels(signal);
    const sideloads = readSideloads(document);
    const referred = new Set(references.map((reference) => organizationIdOf(reference, sideloads.users)));
    const missing = [...referred].filter((id) => id !== null && !sideloads.organizations.has(id));
    const complete = missing.length > 0 ? await withOrganizations(sideloads, missing as string[], signal) : sideloads;
    return readRecords(document.tickets, readTickets(complete, labels));
  };
};
