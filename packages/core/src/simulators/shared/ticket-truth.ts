import type { TicketDraft } from '../../model/support-ticket.js';
import type { SimulatedTicket } from './simulated-ticket.js';

/** What has to be known of a ticket, in our words: all that its simulated vendor tells. */
export type TicketTruth = Partial<TicketDraft> & Pick<TicketDraft, 'status'>;

/** Our id of a ticket and what has to be known of it; null: it has to be absent or removed. */
export interface ExpectedTicket {
  ticket_id: string;
  expected: TicketTruth | null;
}

/** The same text for what is the same, whatever the order in which a database gives fields back. */
const inOneForm = (value: unknown): string | undefined =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/**
 * Lists how known tickets differ from the account, one line each; nothing where they are in step.
 *
 * @param known - tickets by our id, without those that are known to be removed
 * @param account - all tickets of the account, removed ones too
 */
export const differencesFromTruth = (
  known: ReadonlyMap<string, Partial<TicketDraft>>,
  account: readonly SimulatedTicket[],
  truth: (ticket: SimulatedTicket) => ExpectedTicket,
): string[] => {
  const unexpected = new Set(known.keys());
  const wrong = account.flatMap((ticket) => {
    const { ticket_id, expected } = truth(ticket);
    const isKnown = unexpected.delete(ticket_id);
    if (expected === null) return isKnown ? [`${ticket_id}: still there`] : [];
    const draft = known.get(ticket_id);
    if (!draft) return [`${ticket_id}: lost`];
    return Object.entries(expected).flatMap(([field, value]) => {
      const actual = draft[field as keyof TicketDraft];
      return inOneForm(actual) === inOneForm(value)
        ? []
        : [`${ticket_id}: ${field} is ${inOneForm(actual)}, not ${inOneForm(value)}`];
    });
  });
  return [...wrong, ...[...unexpected].map((id) => `${id}: not in the account`)];
};
