import type { ConnectorPage, MappingWarning } from '../connector.js';
import type { ConnectorClock } from '../shared/clock.js';
import { readRecords } from '../shared/page.js';
import { type AccountLists, createAccountLists, type ListedCompany } from './account-lists.js';
import type { FreshdeskApi } from './freshdesk-api.js';
import { EMPTY_DIRECTORY, type FreshdeskDirectory } from './freshdesk-directory.js';
import { isRequestRefusal } from './freshdesk-errors.js';
import type { FreshdeskMapping } from './freshdesk-mapping.js';
import { freshdeskTicketSchema, type TicketReferences, ticketReferencesSchema } from './freshdesk-payload.js';
import { mapFreshdeskTicket } from './map-freshdesk-ticket.js';
import { createRequesterCompanies, type RequesterCompanies } from './requester-companies.js';

/** Reads tickets with what stands behind their numbers. */
export interface TicketReader {
  read(rows: readonly unknown[], signal: AbortSignal | undefined): Promise<ConnectorPage>;
  /** Makes a request for tickets with all that may be included; an account that refuses companies is asked without. */
  including<Result>(request: (include: string) => Promise<Result>): Promise<Result>;
}

type Ids = { agents: number[]; groups: number[]; companies: number[]; requesters: number[] };

const defined = (ids: readonly (number | null | undefined)[]): number[] => ids.filter((id) => id != null);

const idsIn = (tickets: readonly TicketReferences[]): Ids => ({
  agents: defined(tickets.map(({ responder_id }) => responder_id)),
  groups: defined(tickets.map(({ group_id }) => group_id)),
  companies: defined(tickets.map(({ company_id, company }) => company_id ?? company?.id)),
  requesters: defined(
    tickets.map(({ company_id, company, requester_id }) => {
      const isTold = company_id != null || company?.id != null;
      return isTold ? null : requester_id;
    }),
  ),
});

/** A domain that two companies share tells nothing. */
const companiesByDomain = (companies: ReadonlyMap<number, ListedCompany>): Map<string, number | null> => {
  const byDomain = new Map<string, number | null>();
  for (const [id, { domains }] of companies) {
    for (const domain of domains) {
      const key = domain.trim().toLowerCase();
      byDomain.set(key, byDomain.has(key) ? null : id);
    }
  }
  return byDomain;
};

const unreadable = (field: string): MappingWarning => ({ code: 'list_not_readable', field, value: null, count: 1 });

/** Looks up what these tickets name by number. */
const openDirectory = async (
  tickets: readonly TicketReferences[],
  { lists, requesters }: { lists: AccountLists; requesters: RequesterCompanies },
  signal: AbortSignal | undefined,
): Promise<{ directory: FreshdeskDirectory; warnings: MappingWarning[] }> => {
  const ids = idsIn(tickets);
  const labels = await lists.labels.with([], signal);
  const agents = await lists.agents.with(ids.agents, signal);
  const groups = await lists.groups.with(ids.groups, signal);
  const contacts = await requesters.of(ids.requesters, signal);
  const companyIds = [...ids.companies, ...defined(ids.requesters.map((id) => contacts.get(id)))];
  const companies = await lists.companies.with(companyIds, signal);
  let byDomain: Map<string, number | null> | undefined;
  const companyOfDomain = (email: string): number | null => {
    byDomain ??= companiesByDomain(companies ?? new Map());
    return byDomain.get(email.slice(email.lastIndexOf('@') + 1).toLowerCase()) ?? null;
  };
  return {
    directory: {
      labels: labels?.get(0) ?? EMPTY_DIRECTORY.labels,
      agent: (id) => agents?.get(id),
      groupName: (id) => groups?.get(id) ?? null,
      company: (id) => companies?.get(id),
      companyOf(id, email) {
        const company = id === null ? null : contacts.get(id);
        if (company != null) return company;
        return email === null ? null : companyOfDomain(email);
      },
    },
    warnings: Object.entries({ ticket_fields: labels, agents, groups, companies }).flatMap(([field, list]) =>
      list === null ? [unreadable(field)] : [],
    ),
  };
};

/** Makes the reader of a connection; it remembers names for an hour. */
export const createTicketReader = (
  api: FreshdeskApi,
  mapping: FreshdeskMapping,
  clock: ConnectorClock,
): TicketReader => {
  const lists = createAccountLists(api, { clock, company_id_field: mapping.settings.company_id_field });
  const requesters = createRequesterCompanies(api, clock);
  let include = 'requester,stats,company';
  return {
    async read(rows, signal) {
      const tickets = rows.flatMap((row) => {
        const { data } = ticketReferencesSchema.safeParse(row);
        return data ? [data] : [];
      });
      // Nothing new, nothing to look up.
      const { directory, warnings } =
        tickets.length === 0
          ? { directory: EMPTY_DIRECTORY, warnings: [] }
          : await openDirectory(tickets, { lists, requesters }, signal);
      const page = readRecords(rows, {
        schema: freshdeskTicketSchema,
        map: (ticket, warn) => mapFreshdeskTicket(ticket, mapping, directory, warn),
      });
      return { ...page, warnings: [...page.warnings, ...warnings] };
    },
    async including(request) {
      try {
        return await request(include);
      } catch (error) {
        const without = 'requester,stats';
        if (!isRequestRefusal(error) || include === without) throw error;
        const result = await request(without);
        include = without;
        return result;
      }
    },
  };
};
