import type * as z from 'zod';
import type { ConnectorClock } from '../shared/clock.js';
import { type CachedList, createCachedList } from './cached-list.js';
import { type FreshdeskApi, listAll } from './freshdesk-api.js';
import { customField } from './freshdesk-company.js';
import {
  freshdeskAgentSchema,
  freshdeskCompanySchema,
  freshdeskGroupSchema,
  freshdeskTicketFieldSchema,
} from './freshdesk-payload.js';
import type { FreshdeskLabels } from './freshdesk-words.js';

/** A company with the domains by which Freshdesk knows its people. */
export interface ListedCompany {
  name: string | null;
  external_id: string | null;
  domains: readonly string[];
}

/** The lists that tell what stands behind the numbers of a ticket. */
export interface AccountLists {
  agents: CachedList<{ name: string | null }>;
  groups: CachedList<string | null>;
  companies: CachedList<ListedCompany>;
  /** Under the one key 0. */
  labels: CachedList<FreshdeskLabels>;
}

/** Of a status: `{"2": ["Open", "Being Processed"]}`, first the agents' word and then the customers'. */
const statusLabels = (choices: Readonly<Record<string, unknown>>): Map<string, string> =>
  new Map(
    Object.entries(choices).flatMap(([code, words]): [string, string][] => {
      const label: unknown = Array.isArray(words) ? words[0] : words;
      return typeof label === 'string' && label.trim() !== '' ? [[code, label]] : [];
    }),
  );

/** Of a priority, the other way round: `{"Low": 1}`. */
const priorityLabels = (choices: Readonly<Record<string, unknown>>): Map<string, string> =>
  new Map(
    Object.entries(choices).flatMap(([label, code]): [string, string][] =>
      typeof code === 'number' ? [[String(code), label]] : [],
    ),
  );

/** The labels that an account gives its statuses and priorities. */
export const labelsOf = (fields: readonly unknown[]): FreshdeskLabels => {
  const choicesOf = (type: string): Readonly<Record<string, unknown>> => {
    for (const field of fields) {
      const { data } = freshdeskTicketFieldSchema.safeParse(field);
      if (data?.type === type) return data.choices ?? {};
    }
    return {};
  };
  return {
    statuses: statusLabels(choicesOf('default_status')),
    priorities: priorityLabels(choicesOf('default_priority')),
  };
};

/** The lists of an account, each read when a ticket needs it. */
export const createAccountLists = (
  api: FreshdeskApi,
  { clock, company_id_field }: { clock: ConnectorClock; company_id_field: string | null },
): AccountLists => {
  const list = <Payload extends { id: number }, Entry>(
    path: string,
    schema: z.ZodType<Payload>,
    entryOf: (payload: Payload) => Entry,
  ): CachedList<Entry> =>
    createCachedList({
      clock,
      load: async (signal) => {
        const entries = new Map<number, Entry>();
        for (const row of await listAll(api, path, { operation: `list ${path}`, signal })) {
          const { data } = schema.safeParse(row);
          if (data) entries.set(data.id, entryOf(data));
        }
        return entries;
      },
    });
  return {
    agents: list('agents', freshdeskAgentSchema, ({ contact }) => ({ name: contact?.name?.trim() || null })),
    groups: list('groups', freshdeskGroupSchema, ({ name }) => name?.trim() || null),
    companies: list('companies', freshdeskCompanySchema, ({ name, domains, custom_fields }) => ({
      name: name?.trim() || null,
      external_id: customField(custom_fields, company_id_field),
      domains: domains ?? [],
    })),
    labels: createCachedList({
      clock,
      load: async (signal) => {
        const { rows } = await api.list('ticket_fields', { operation: 'list ticket fields', signal });
        return new Map([[0, labelsOf(rows)]]);
      },
    }),
  };
};
