import type { SimulatedAccount } from '../shared/simulated-account.js';
import type { SimulatedTicket } from '../shared/simulated-ticket.js';

/** Computes something of all tickets once for each state of the account: the list is a new one after every change. */
export const ofState = <Result>(
  account: SimulatedAccount,
  compute: (tickets: readonly SimulatedTicket[]) => Result,
): (() => Result) => {
  let state: readonly SimulatedTicket[] | null = null;
  let result: Result;
  return () => {
    const tickets = account.byChange();
    if (tickets !== state) {
      result = compute(tickets);
      state = tickets;
    }
    return result;
  };
};
