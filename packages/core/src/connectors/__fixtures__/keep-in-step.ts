import { isSupportError } from '../../errors/support-error.js';
import { createChance } from '../../simulators/shared/chance.js';
import type { SimulatedTicket } from '../../simulators/shared/simulated-ticket.js';
import type { SimulatedVendor } from '../../simulators/shared/simulated-vendor.js';
import { differencesFromTruth, type ExpectedTicket } from '../../simulators/shared/ticket-truth.js';
import { collect, type Collected, nothingCollected } from '../../testing/connector-contract/collect.js';
import type { Connector } from '../connector.js';

/** A vendor that changes and fails while it is read, and what has to be known in the end. */
export interface StepOptions {
  vendor: SimulatedVendor;
  /** Made anew after each stop, as by a process that was restarted. */
  createConnector: () => Connector;
  /** The account lives on until then, in milliseconds since the epoch; then it is quiet. */
  until: number;
  /** The account's time that passes between two pulls, in milliseconds. */
  pause_ms: number;
  /** Decides how many pages are read before each stop. */
  seed: number;
}

/** Pulls with stops, resumptions and faults until the account is quiet and all of it is known. */
export const keepInStep = async ({
  vendor,
  createConnector,
  until,
  pause_ms,
  seed,
}: StepOptions): Promise<Collected> => {
  const chance = createChance(seed);
  const known = nothingCollected();
  let isQuiet = false;
  for (;;) {
    if (vendor.clock.now() >= until) isQuiet = true;
    try {
      await collect(createConnector(), known, { pages: 1 + chance.below(9) });
    } catch (error) {
      if (!isSupportError(error) || !error.isRetryable) throw error;
      known.isCaughtUp = false;
    }
    if (isQuiet && known.isCaughtUp) return known;
    if (!known.isCaughtUp) continue;
    vendor.clock.advance(pause_ms);
    vendor.account.advanceTo(vendor.clock.now());
  }
};

/** Lists how what is known differs from the account, one line each; nothing where it is in step. */
export const differences = (
  { tickets, removed }: Collected,
  account: SimulatedVendor['account'],
  truth: (ticket: SimulatedTicket) => ExpectedTicket,
): string[] => {
  const standing = new Map([...tickets].filter(([id]) => !removed.has(id)));
  return differencesFromTruth(standing, account.byChange(), truth);
};
