import type { SupportStore } from '@cscx/support-server';
import type { Change, Desk } from './desks.ts';

type Organization = ReturnType<SupportStore['forOrganization']>;

/** A change that was seen in the store. */
export interface SeenChange extends Change {
  /** How much later. */
  delay_ms: number;
  /** How much later than a webhook that told of it; null: none did. */
  after_webhook_ms: number | null;
}

/** A change that is to be seen. */
export interface ExpectedChange {
  change: Change;
  /** When a webhook came; null: none has. */
  told_at: number | null;
}

/** Looks when changes are in the store. */
export interface ChangeWatch {
  expect: (desk: Desk, change: Change) => ExpectedChange;
  /** Looks at what changed in the store since it was looked last. */
  look: (now: number) => Promise<void>;
  seen: readonly SeenChange[];
  /** Ids of tickets with changes that were not seen, with how many. */
  missing: () => Map<string, number>;
}

const MOST = 1_000_000;

/** Vendors tell moments to the second. */
const inSeconds = (ms: number): number => Math.floor(ms / 1000);

export const watchChanges = ({ reportTickets }: Organization): ChangeWatch => {
  const waiting = new Map<string, ExpectedChange[]>();
  const seen: SeenChange[] = [];
  let version = 0;
  return {
    seen,
    expect({ account, vendor }, change) {
      const expected: ExpectedChange = { change, told_at: null };
      const ticket = account.find(change.number);
      if (ticket) {
        const { ticket_id } = vendor.truth(ticket);
        waiting.set(ticket_id, [...(waiting.get(ticket_id) ?? []), expected]);
      }
      return expected;
    },
    async look(now) {
      const current = await reportTickets.version();
      if (current === version) return;
      const changed = await reportTickets.changedAfter(version, MOST);
      version = current;
      for (const { ticket_id, ticket } of changed) {
        const isSeen = ({ change: { at, kind } }: ExpectedChange): boolean => {
          if (ticket === null) return true;
          if (kind === 'removed') return false;
          const isRated = ticket.events?.some(
            (event) => event.type === 'csat_received' && inSeconds(Date.parse(event.at)) >= inSeconds(at),
          );
          if (kind === 'rated' && ticket.csat_score == null && !isRated) return false;
          return inSeconds(Date.parse(ticket.source_updated_at)) >= inSeconds(at);
        };
        const known = waiting.get(ticket_id) ?? [];
        for (const { change, told_at } of known.filter(isSeen)) {
          const after_webhook_ms = told_at === null ? null : now - told_at;
          seen.push({ ...change, delay_ms: now - change.at, after_webhook_ms });
        }
        const rest = known.filter((each) => !isSeen(each));
        if (rest.length > 0) waiting.set(ticket_id, rest);
        else waiting.delete(ticket_id);
      }
    },
    missing: () => new Map([...waiting].map(([ticket_id, { length }]) => [ticket_id, length])),
  };
};
