import type { MatchRule, SupportAccount, TicketDraft, TicketEvent, TicketRecord } from '@cscx/support-core';
import type { MappingWarning } from '@cscx/support-core/connectors';
import { createMatcher } from '@cscx/support-core/matching';
import { withEscalationMoment } from '../../store/latched-escalation.js';
import { customersOfDesks } from '../customers-of-desks.js';
import { demoTickets } from '../demo-tickets.js';
import { openDemoDesks } from '../open-demo-desks.js';

/** What was read of the demo: accounts as calculators take them, and what was wrong. */
export interface ReadDemo {
  accounts: SupportAccount[];
  tickets: TicketRecord[];
  /** Tickets of nobody and records that could not be read. */
  skipped: number;
  warnings: MappingWarning[];
  /** By which rule the last ticket of each support system was matched. */
  rules: Record<string, MatchRule>;
}

/** The demo as its connectors read it, all at once and without a store. */
export const readDemo = async (now: string, seed = 156): Promise<ReadDemo> => {
  const ms = Date.parse(now);
  const desks = await openDemoDesks({ tickets: demoTickets({ now: ms, seed }), begins: ms });
  const customers = customersOfDesks(desks, ms);
  const match = createMatcher(customers);
  const drafts = new Map<string, TicketDraft>();
  const events = new Map<string, TicketEvent>();
  const warnings: MappingWarning[] = [];
  const rules: ReadDemo['rules'] = {};
  let skipped = 0;
  for (const desk of desks) {
    for await (const page of (await desk.connect()).pullTickets()) {
      for (const draft of page.tickets) drafts.set(draft.ticket_id, draft);
      for (const event of page.events) events.set(`${event.ticket_id}\n${event.event_id}`, event);
      warnings.push(...page.warnings);
      skipped += page.skipped.length;
    }
  }
  const byTicket = Map.groupBy(events.values(), ({ ticket_id }) => ticket_id);
  const tickets = [...drafts.values()].flatMap(({ company, ...draft }): TicketRecord[] => {
    const matched = match({ ...draft, ...(company && { company }) });
    if (matched.customer_id === null) {
      skipped += 1;
      return [];
    }
    rules[draft.source_system] = matched.rule;
    const told = byTicket.get(draft.ticket_id);
    return [{ ...withEscalationMoment(draft), customer_id: matched.customer_id, ...(told && { events: told }) }];
  });
  const byCustomer = Map.groupBy(tickets, ({ customer_id }) => customer_id);
  const accounts = customers.map((customer) => ({ customer, tickets: byCustomer.get(customer.customer_id) ?? [] }));
  return { accounts, tickets, skipped, warnings, rules };
};
