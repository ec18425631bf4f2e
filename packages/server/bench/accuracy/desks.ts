import {
  bulkChange,
  createFaults,
  createSimulatedAccount,
  createSimulatedFreshdesk,
  createSimulatedIntercom,
  createSimulatedSalesforce,
  createSimulatedZendesk,
  RANDOM_COMPANIES,
  randomStories,
  type SimulatedAccount,
  type SimulatedClock,
  type SimulatedVendor,
  type StoryChange,
  type TicketStory,
} from '@cscx/support-core/simulators';
import { createConnector } from '@cscx/support-server';

const MINUTE_MS = 60_000;

/** When the accounts are connected. */
export const START = Date.parse('2026-11-23T09:00:00Z');

/** The systems that are simulated. */
export const DESKS = ['zendesk', 'intercom', 'freshdesk', 'salesforce'] as const;

/** See {@link DESKS}. */
export type DeskName = (typeof DESKS)[number];

/** Something that happens to a ticket. */
export interface Change {
  desk: DeskName;
  number: number;
  at: number;
  kind: 'opened' | 'rated' | 'removed' | 'changed';
}

/** An account of a support system, and what will happen there. */
export interface Desk {
  name: DeskName;
  account: SimulatedAccount;
  vendor: SimulatedVendor;
  settings: object;
  credentials: object;
  /** In order, from the start to the end of the churn. */
  changes: Change[];
  /** Tells by a webhook that something happened to a ticket; null: it has none. */
  poke: ((number: number) => Promise<Request>) | null;
  /** Ends the access token, where there is one that ends. */
  expireToken: () => void;
  /** Makes the first company another one's, where companies can be changed. */
  moveCompany: () => void;
  /** The vendor's own id of a company. */
  companyId: (id: number) => string;
  /** The same account without faults, as it is. */
  reader: () => ReturnType<typeof createConnector>;
}

/** What is simulated. */
export interface DeskOptions {
  clock: SimulatedClock;
  /** Of each desk. */
  tickets: number;
  seed: number;
  /** When nothing more happens. */
  until: number;
  /** Share of requests that fail. */
  faults: number;
}

const kindOf = ({ removed, rating }: StoryChange): Change['kind'] => {
  if (removed) return 'removed';
  return rating ? 'rated' : 'changed';
};

/** What happens to some tickets within hours, which random lives leave for later. */
const hastyChanges = (desk: DeskName, { number, created_at }: TicketStory): StoryChange[] => {
  const at = (minutes: number): number => created_at + minutes * MINUTE_MS;
  const changes: StoryChange[] = [];
  if (number % 7 === 0) {
    const rating = { score: 1 + (number % 5), comment: 'as told in haste' };
    changes.push({ at: at(40), status: 'solved', replied: true }, { at: at(70), rating });
  }
  if (number % 11 === 0) changes.push({ at: at(20), status: 'solved' }, { at: at(50), status: 'open' });
  if (number % 13 === 0) changes.push({ at: at(80), removed: 'deleted' });
  // Freshdesk does not say that a ticket was merged: it is a closed one.
  if (number % 17 === 0 && desk !== 'freshdesk') changes.push({ at: at(100), removed: 'merged' });
  return changes;
};

/** Until it is gone, or nothing more happens. */
const inOrder = (changes: readonly StoryChange[], until: number): StoryChange[] => {
  const sorted = changes.filter(({ at }) => at < until).sort((a, b) => a.at - b.at);
  const end = sorted.findIndex(({ removed }) => removed);
  return end < 0 ? sorted : sorted.slice(0, end + 1);
};

/** One in four is opened after the start; one in three of the others is touched in one second, while it is read. */
const storiesOf = (desk: DeskName, { tickets, seed, until }: DeskOptions): TicketStory[] => {
  const stories = randomStories({ count: tickets, seed, from: START - 3 * (until - START), to: until });
  const third = Math.floor(tickets / 3);
  const touched = bulkChange(stories.slice(0, third), START + 1000, 'moved');
  return [...touched, ...stories.slice(third)].map((story) => ({
    ...story,
    changes: inOrder([...story.changes, ...hastyChanges(desk, story)], until),
  }));
};

const changesOf = (desk: DeskName, stories: readonly TicketStory[]): Change[] =>
  stories
    .flatMap(({ number, created_at, changes }): Change[] => [
      { desk, number, at: created_at, kind: 'opened' },
      ...changes.map((change) => ({ desk, number, at: change.at, kind: kindOf(change) })),
    ])
    .filter(({ at }) => at > START)
    .sort((a, b) => a.at - b.at);

/** Makes an account of each support system. */
export const openDesks = (options: DeskOptions): Desk[] =>
  DESKS.map((name, index) => {
    const { clock, seed, faults: rate } = options;
    const stories = storiesOf(name, { ...options, seed: seed + index });
    const account = createSimulatedAccount({ now: START, stories });
    const changes = changesOf(name, stories);
    const faults = createFaults({ rate, seed: seed + index });
    // How long a request takes is up to whoever sends it.
    const given = { account, clock, faults, request_ms: 0 };
    // Nobody else moves time while the whole account is read.
    const own: SimulatedClock = { ...clock, wait: async (ms) => clock.advance(ms) };
    const whole = { account, clock: own, request_ms: 0 };
    const connect = (vendor: { settings: object; credentials: object; fetch: typeof fetch }) =>
      createConnector({ source_system: name, ...vendor }, { fetch: vendor.fetch, clock: own });
    const shared = {
      name,
      account,
      changes,
      expireToken: () => undefined,
      moveCompany: () => undefined,
      companyId: String,
    };
    switch (name) {
      case 'zendesk': {
        const vendor = createSimulatedZendesk({ ...given, auth: 'oauth', token_seconds: 3600 });
        let sent = 0;
        const event = (number: number) => ({
          type: 'zen:event-type:ticket.status_changed',
          id: `event-${(sent += 1)}`,
          detail: { id: String(number) },
        });
        const [first, , , fourth] = RANDOM_COMPANIES;
        const edits: [id: number, fields: object][] = [];
        return {
          ...shared,
          ...vendor,
          vendor,
          // What Zendesk changes in old rows of its lists is seen as often.
          settings: { ...vendor.settings, lookback_every_hours: 0.25 },
          poke: (number) => vendor.webhook(number, event(number)),
          expireToken: () => vendor.expireToken(),
          moveCompany() {
            const { id = 0, name: companyName } = first ?? {};
            // Lists of organizations give whole rows.
            const edit: (typeof edits)[number] = [id, { name: companyName, external_id: fourth?.external_id }];
            edits.push(edit);
            vendor.editOrganization(...edit);
          },
          reader() {
            const same = createSimulatedZendesk(whole);
            for (const edit of edits) same.editOrganization(...edit);
            return connect(same);
          },
        };
      }
      case 'intercom': {
        const vendor = createSimulatedIntercom(given);
        return {
          ...shared,
          ...vendor,
          vendor,
          poke: (number) => vendor.notification('conversation.user.replied', number),
          companyId: (id) => String(id).padStart(24, '6'),
          reader: () => connect(createSimulatedIntercom(whole)),
        };
      }
      case 'freshdesk': {
        const vendor = createSimulatedFreshdesk(given);
        return {
          ...shared,
          ...vendor,
          vendor,
          poke: async (number) => vendor.webhook(number),
          reader: () => connect(createSimulatedFreshdesk(whole)),
        };
      }
      case 'salesforce': {
        const vendor = createSimulatedSalesforce(given);
        return {
          ...shared,
          ...vendor,
          vendor,
          poke: null,
          expireToken: () => vendor.expireSessions(),
          companyId: (id) => vendor.accountId(id),
          reader: () => connect(createSimulatedSalesforce(whole)),
        };
      }
    }
  });
