import * as z from 'zod';
import type { ConnectorPage, VendorCompany } from '../connector.js';
import type { PullStream } from '../shared/pull-streams.js';
import type { ZendeskApi } from './zendesk-api.js';
import { readEnvelope } from './zendesk-errors.js';
import type { ZendeskSettings } from './zendesk-options.js';
import { readCompanies } from './zendesk-companies.js';

const envelopeSchema = z.object({
  organizations: z.array(z.unknown()),
  end_time: z.number().nullish(),
  end_of_stream: z.boolean().nullish(),
});

/** Seconds since the epoch; null before the first pull. */
const stateSchema = z.object({ start_time: z.int().nonnegative().nullable() });

type State = z.infer<typeof stateSchema>;

/** Younger than a minute is refused. */
const YOUNGEST_S = 60;

const warningOf = (companies: readonly VendorCompany[]): Pick<ConnectorPage, 'warnings'> => ({
  warnings: [{ code: 'more_than_a_page_in_a_second', field: 'organizations', value: null, count: companies.length }],
});

/**
 * The organizations export, which goes by time only: its rows of the boundary second come again, its end has a next page
 * like any other, and a second that fills a page pins it, which is told and passed by. A first pull needs none of it, since
 * tickets bring their organizations along.
 */
export const organizationStream = (
  { http, exports, clock }: ZendeskApi,
  settings: ZendeskSettings,
): PullStream<State> => ({
  name: 'organizations',
  capability: 'incremental',
  state: stateSchema,
  begin: () => ({ start_time: null }),
  async *pull({ start_time }, signal) {
    const latest = Math.floor(clock.now() / 1000) - YOUNGEST_S;
    if (start_time === null) {
      yield { page: {}, state: { start_time: latest } };
      return;
    }
    let from = Math.min(start_time, latest);
    for (;;) {
      const operation = 'organizations';
      const path = 'incremental/organizations.json';
      const document = await http.json(path, { operation, search: { start_time: from }, budget: exports, signal });
      const { organizations, end_time, end_of_stream } = readEnvelope(envelopeSchema, document, operation);
      const companies = readCompanies(organizations, settings);
      const isLast = end_of_stream ?? organizations.length === 0;
      const next = Math.min(end_time ?? from, latest);
      const isPinned = !isLast && next <= from;
      from = isPinned ? from + 1 : Math.max(from, next);
      yield { page: { companies, ...(isPinned && warningOf(companies)) }, state: { start_time: from } };
      if (isLast || from >= latest) return;
    }
  },
});
