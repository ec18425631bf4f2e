import type { Connector, EscalationRule } from '@cscx/support-core/connectors';
import type { SimulatedAccount, SimulatedClock, SimulatedVendor } from '@cscx/support-core/simulators';
import { createConnector } from '../sync/create-connector.js';
import { companyNumber, DEMO_DESKS, type DemoCustomer, type DemoDesk } from './demo-customers.js';
import type { DemoTicket } from './demo-tickets.js';
import { escalationReasons } from './demo-topics.js';
import { loadSimulators, type Simulators } from './load-simulators.js';
import { toTicketStory } from './to-ticket-story.js';

/** A support system of the demo: it lives in memory and is read as a real one is. */
export interface DemoDeskAccount {
  name: DemoDesk;
  /** Its id of a customer; undefined where it keeps ours instead. */
  companyIdOf(customer: DemoCustomer): string | undefined;
  /** Lets everything happen that is due until then, in milliseconds since the epoch. */
  advanceTo(moment: number): void;
  /** A connector that reads it as it is now. */
  connect(): Promise<Connector>;
}

/** A simulated support system, and what a connector needs to read it. */
interface OpenedDesk {
  vendor: SimulatedVendor & { settings: object; credentials: object };
  /** Its id of a customer by the customer's number; absent where it keeps our id instead. */
  companyIdOf?: (companyNumber: number) => string;
}

/** How a kind of support system is simulated and read. */
interface DeskKind {
  open: (
    simulators: Simulators,
    options: { account: SimulatedAccount; clock: SimulatedClock; request_ms: number },
    numbers: readonly number[],
  ) => OpenedDesk;
  /** What an administrator of this account would set. */
  settings: object;
}

/** A name under which nobody has an account. */
const NAME = 'cscx-demo';

const slug = (reason: string): string => reason.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');

/** The desks' agents tag an escalated ticket with the reason. */
const byTag = escalationReasons.map((reason): EscalationRule => ({
  when: [{ field: 'tags', equals: `escalated_${slug(reason)}` }],
  reason,
}));

const byField = escalationReasons.map((reason): EscalationRule => ({
  when: [{ field: 'field:Escalation_Reason__c', equals: reason }],
  reason,
}));

/** None of them has SLA policies of its own, so that the organization's decide everywhere. */
const kinds: Readonly<Record<DemoDesk, DeskKind>> = {
  zendesk: {
    open: ({ createSimulatedZendesk }, options) => ({
      vendor: createSimulatedZendesk({
        ...options,
        subdomain: NAME,
        survey_points: 5,
        missing: { ticket_metric_events: 403 },
      }),
    }),
    settings: { category_field: '360002', escalation_rules: byTag },
  },
  freshdesk: {
    open: ({ createSimulatedFreshdesk }, options) => ({
      vendor: createSimulatedFreshdesk({ ...options, domain: NAME }),
      companyIdOf: String,
    }),
    settings: { escalation_rules: byTag, sla: 'none' },
  },
  intercom: {
    open: ({ createSimulatedIntercom }, options, numbers) => {
      // Converted into tickets, whose parts tell every change of state.
      const vendor = createSimulatedIntercom({ ...options, app_id: NAME, kindOf: () => 'converted' });
      for (const number of numbers) vendor.office.distortions.set(number, { conversation: { sla_applied: null } });
      return { vendor };
    },
    settings: { escalation_rules: byTag },
  },
  salesforce: {
    open: ({ createSimulatedSalesforce }, options) => {
      const vendor = createSimulatedSalesforce({ ...options, my_domain: NAME, hidden: ['CaseMilestone'] });
      return { vendor, companyIdOf: (number) => vendor.accountId(number) };
    },
    settings: { escalation_rules: byField },
  },
};

const openDesk = (
  simulators: Simulators,
  name: DemoDesk,
  { tickets, begins }: { tickets: readonly DemoTicket[]; begins: number },
): DemoDeskAccount => {
  const { open, settings } = kinds[name];
  const stories = tickets.filter(({ plan }) => plan.customer.desk === name).map(toTicketStory);
  const account = simulators.createSimulatedAccount({ now: begins, stories });
  const clock = simulators.createSimulatedClock(begins);
  const { vendor, companyIdOf } = open(
    simulators,
    { account, clock, request_ms: 0 },
    stories.map(({ number }) => number),
  );
  return {
    name,
    companyIdOf: (customer) => companyIdOf?.(companyNumber(customer)),
    advanceTo(moment) {
      clock.advance(moment - clock.now());
      account.advanceTo(moment);
    },
    connect: () =>
      createConnector(
        {
          source_system: name,
          settings: { ...vendor.settings, ...settings },
          credentials: vendor.credentials,
        },
        // A clock of its own: a pause for the sake of a rate limit does not move the account's.
        { fetch: vendor.fetch, clock: simulators.createSimulatedClock(clock.now()) },
      ),
  };
};

/**
 * Opens the demo's support systems.
 *
 * @param options.begins - the moment at which they stand at first, in milliseconds since the epoch
 * @throws MissingPackageError where `msw` is not installed
 */
export const openDemoDesks = async (options: {
  tickets: readonly DemoTicket[];
  begins: number;
}): Promise<DemoDeskAccount[]> => {
  const simulators = await loadSimulators();
  return DEMO_DESKS.map((name) => openDesk(simulators, name, options));
};
