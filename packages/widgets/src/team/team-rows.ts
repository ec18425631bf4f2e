import type { CustomerSupportSummary, Severity } from '@cscx/support-core';
import type { Words } from '../provider/words.js';

/** One CSM's customers together. Sums where sums mean something; satisfaction weighted by ratings. */
export interface TeamRow {
  /** Null: customers without a CSM. */
  csm_id: string | null;
  name: string;
  customers: number;
  open: number;
  escalations: number;
  /** Open tickets past SLA, of the customers whose line says so. */
  breaches: number;
  /** 1..5; null without a rating. */
  csat: number | null;
  ratings: number;
  /** Customers that need attention. */
  attention: number;
  /** The highest score of one customer, 0..100. */
  worstScore: number;
  worst: { customer_id: string; customer_name: string; severity: Severity | null } | null;
}

/** By what the team can be sorted. */
export type TeamSort = 'attention' | 'name' | 'customers' | 'open' | 'csat' | 'breaches' | 'escalations';

/**
 * Adds up the lines of a portfolio by CSM. An average of averages would lie, so satisfaction is weighted by the number of
 * ratings; shares of SLA are left out, because a line does not say of how many tickets they are.
 *
 * @param names - of CSMs, where the host knows them; else their ids are shown
 */
export function teamRows(
  customers: readonly CustomerSupportSummary[],
  names: Readonly<Record<string, string>>,
  { messages: { team } }: Words,
): TeamRow[] {
  const groups = new Map<string | null, CustomerSupportSummary[]>();
  for (const customer of customers) {
    const group = groups.get(customer.csm_id);
    if (group) group.push(customer);
    else groups.set(customer.csm_id, [customer]);
  }
  return [...groups].map(([csm_id, own]) => ({
    csm_id,
    name: csm_id === null ? team.unassigned : (names[csm_id] ?? csm_id),
    ...totals(own),
  }));
}

function totals(customers: readonly CustomerSupportSummary[]): Omit<TeamRow, 'csm_id' | 'name'> {
  const sum = (of: (customer: CustomerSupportSummary) => number): number =>
    customers.reduce((total, customer) => total + of(customer), 0);
  const ratings = sum(({ avg_csat, csat_responses }) => (avg_csat === null ? 0 : csat_responses));
  const worst = customers.reduce<CustomerSupportSummary | null>(
    (most, customer) => (customer.attention.score > (most?.attention.score ?? 0) ? customer : most),
    null,
  );
  return {
    customers: customers.length,
    open: sum(({ open_tickets }) => open_tickets),
    escalations: sum(({ escalations_open }) => escalations_open),
    breaches: sum(breachesOf),
    csat: ratings === 0 ? null : sum(({ avg_csat, csat_responses }) => (avg_csat ?? 0) * csat_responses) / ratings,
    ratings,
    attention: customers.filter(({ attention }) => attention.score > 0).length,
    worstScore: worst?.attention.score ?? 0,
    worst: worst && {
      customer_id: worst.customer_id,
      customer_name: worst.customer_name,
      severity: worst.attention.reasons[0]?.severity ?? null,
    },
  };
}

/** Open tickets past SLA, as the reason for attention counts them. */
function breachesOf({ attention }: CustomerSupportSummary): number {
  const tickets = attention.reasons.find(({ type }) => type === 'sla_breached')?.evidence['tickets'];
  return typeof tickets === 'number' ? tickets : 0;
}

const orders: Record<TeamSort, (a: TeamRow, b: TeamRow) => number> = {
  attention: (a, b) => b.attention - a.attention || b.worstScore - a.worstScore,
  name: () => 0,
  customers: (a, b) => b.customers - a.customers,
  open: (a, b) => b.open - a.open,
  breaches: (a, b) => b.breaches - a.breaches,
  escalations: (a, b) => b.escalations - a.escalations,
  // The least satisfied first; those without a rating last.
  csat: (a, b) => (a.csat ?? 6) - (b.csat ?? 6),
};

/** Puts what should be looked at first; ties by name. */
export const sortTeam = (rows: readonly TeamRow[], sort: TeamSort, { format: { compare } }: Words): TeamRow[] =>
  rows.toSorted((a, b) => orders[sort](a, b) || compare(a.name, b.name));
