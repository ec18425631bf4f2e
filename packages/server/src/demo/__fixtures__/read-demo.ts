import { createMatcher, type Customer, type SupportAccount, type TicketRecord } from '@cscx/support-core';
import { type ImportWarning, parseImportMapping, readTickets } from '@cscx/support-core/connectors/import';
import { customerRecord, demoCustomers } from '../demo-customers.js';
import { demoTicketLogFile } from '../demo-files.js';
import { demoMapping } from '../demo-mapping.js';
import { demoTickets } from '../demo-tickets.js';

/** The demo as the import connector reads it: accounts as calculators take them, and what was wrong with the file. */
export const readDemo = async (
  now: string,
  seed = 156,
): Promise<{ accounts: SupportAccount[]; tickets: TicketRecord[]; skipped: number; warnings: ImportWarning[] }> => {
  const ms = Date.parse(now);
  const customers = demoCustomers.map((customer): Customer => customerRecord(customer, ms));
  const match = createMatcher(customers);
  const tickets: TicketRecord[] = [];
  const warnings: ImportWarning[] = [];
  let skipped = 0;
  const pages = readTickets(demoTicketLogFile(demoTickets({ now: ms, seed }), ms), {
    mapping: parseImportMapping(demoMapping),
  });
  for await (const page of pages) {
    skipped += page.skipped.length;
    warnings.push(...page.warnings);
    const events = Map.groupBy(page.events, ({ ticket_id }) => ticket_id);
    for (const { company, ...draft } of page.tickets) {
      const { customer_id } = match({ ...draft, ...(company && { company }) });
      if (customer_id === null) skipped += 1;
      else tickets.push({ ...draft, customer_id, events: events.get(draft.ticket_id) ?? [] });
    }
  }
  const byCustomer = Map.groupBy(tickets, ({ customer_id }) => customer_id);
  const accounts = customers.map((customer) => ({ customer, tickets: byCustomer.get(customer.customer_id) ?? [] }));
  return { accounts, tickets, skipped, warnings };
};
