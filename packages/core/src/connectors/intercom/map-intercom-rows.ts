import type { ConnectorPage } from '../connector.js';
import { readRecords } from '../shared/page.js';
import {
  conversationSchema,
  type IntercomConversation,
  type IntercomTicket,
  ticketSchema,
} from './intercom-payload.js';
import { idText, type IntercomContext, type IntercomRecord } from './intercom-record.js';
import type { IntercomMapping } from './map-intercom-ticket.js';

/** Conversations and tickets as they came, those of one id in both lists being one request of a customer. */
export interface IntercomRows {
  conversations: readonly unknown[];
  tickets: readonly unknown[];
}

const byId = <Payload extends { id: string | number }>(
  rows: readonly unknown[],
  schema: { safeParse: (row: unknown) => { data?: Payload | undefined } },
): Map<string, Payload> => {
  const parsed = new Map<string, Payload>();
  for (const row of rows) {
    const payload = schema.safeParse(row).data;
    const id = payload && idText(payload.id);
    if (payload && id) parsed.set(id, payload);
  }
  return parsed;
};

/** The readable records of some rows: each conversation with its ticket, and the tickets without a conversation. */
export const joinRows = ({ conversations, tickets }: IntercomRows): IntercomRecord[] => {
  const known: Map<string, IntercomConversation> = byId(conversations, conversationSchema);
  const rest: Map<string, IntercomTicket> = byId(tickets, ticketSchema);
  const joined = [...known].map(([id, conversation]): IntercomRecord => {
    const ticket = rest.get(id) ?? null;
    rest.delete(id);
    return { conversation, ticket };
  });
  return [...joined, ...[...rest.values()].map((ticket) => ({ conversation: null, ticket }))];
};

/** Maps rows to one draft for each id; what cannot be read of either list is kept aside. */
export const mapIntercomRows = (
  { conversations, tickets }: IntercomRows,
  mapping: IntercomMapping,
  context: IntercomContext,
): ConnectorPage => {
  const twins = conversations.length > 0 ? byId(tickets, ticketSchema) : new Map<string, IntercomTicket>();
  const taken = new Set<string>();
  const page = readRecords(conversations, {
    schema: conversationSchema,
    map: (conversation, warn) => {
      const id = idText(conversation.id) ?? '';
      const mapped = mapping({ conversation, ticket: twins.get(id) ?? null }, context, warn);
      taken.add(id);
      return mapped;
    },
  });
  if (tickets.length === 0) return page;
  const rest = readRecords(tickets, {
    schema: ticketSchema,
    map: (ticket, warn) =>
      taken.has(idText(ticket.id) ?? '') ? null : mapping({ conversation: null, ticket }, context, warn),
  });
  return {
    tickets: [...page.tickets, ...rest.tickets],
    events: [...page.events, ...rest.events],
    removed: [...page.removed, ...rest.removed],
    skipped: [...page.skipped, ...rest.skipped],
    warnings: [...page.warnings, ...rest.warnings],
  };
};
