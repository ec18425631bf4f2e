import type { SimulatedAccount } from '../shared/simulated-account.js';
import type { SimulatedCompany, SimulatedPerson } from '../shared/ticket-story.js';

const instant = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

/** When everybody was entered into the account. */
const ENTERED = instant(Date.UTC(2025, 0, 1));

/** Groups of a new account; the second is there by default. */
export const FRESHDESK_GROUPS = [
  { id: 71, name: 'Support', agent_ids: [], escalate_to: null },
  { id: 72, name: 'Escalations', agent_ids: [], escalate_to: null },
] as const;

/** The people of a simulated account as Freshdesk shows them. */
export interface FreshdeskPeople {
  /** The number of an agent, given when the name first appears. */
  agentId(name: string): number;
  agents(): object[];
  /** All, or those that were changed since; nobody ever is after the account was set up. */
  contacts(since: string | null): object[];
  contact(id: number): object | undefined;
  companies(): object[];
}

const agentRow = (id: number, name: string, ticket_scope = 1): object => ({
  id,
  available: true,
  occasional: false,
  ticket_scope,
  contact: { active: true, name, email: `agent-${id}@helpdesk.example` },
});

/** The agent whose key is used. */
export const ownAgent = (ticket_scope: number): object => agentRow(5000, 'Integration', ticket_scope);

const contactRow = ({ id, name, email, company }: SimulatedPerson): object => ({
  id,
  name,
  email,
  active: true,
  company_id: company?.id ?? null,
  other_companies: [],
  updated_at: ENTERED,
});

const companyRow = ({ id, name, domain, external_id }: SimulatedCompany): object => ({
  id,
  name,
  domains: [domain],
  health_score: null,
  account_tier: null,
  renewal_date: null,
  industry: null,
  custom_fields: { cscx_id: external_id },
  created_at: ENTERED,
  updated_at: ENTERED,
});

/** Whoever appears in the tickets of an account. */
export const createFreshdeskPeople = (account: SimulatedAccount): FreshdeskPeople => {
  const agentIds = new Map<string, number>();
  const agentId = (name: string): number => {
    const id = agentIds.get(name) ?? 5001 + agentIds.size;
    agentIds.set(name, id);
    return id;
  };
  const people = new Map<number, SimulatedPerson>();
  /** Nobody ever changes, so only who is new has to be looked for. */
  const requesters = (): ReadonlyMap<number, SimulatedPerson> => {
    for (const { story } of account.byChange()) people.set(story.requester.id, story.requester);
    return people;
  };
  return {
    agentId,
    agents() {
      for (const { assignee } of account.byChange())
        if (assignee !== null && !agentIds.has(assignee)) agentId(assignee);
      return [...agentIds].map(([name, id]) => agentRow(id, name));
    },
    contacts: (since) =>
      since !== null && since > ENTERED
        ? []
        : [...requesters().values()].sort((a, b) => a.id - b.id).map((person) => contactRow(person)),
    contact(id) {
      const person = people.get(id) ?? requesters().get(id);
      return person && contactRow(person);
    },
    companies() {
      const all = new Map(
        [...requesters().values()].flatMap(({ company }) => (company ? [[company.id, company]] : [])),
      );
      return [...all.values()].sort((a, b) => a.id - b.id).map(companyRow);
    },
  };
};
