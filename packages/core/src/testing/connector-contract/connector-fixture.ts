import type { Connector } from '../../connectors/connector.js';
import type { ConnectorClock } from '../../connectors/shared/clock.js';

/** A connector against an account that a test can change: what the contract is tested with, made anew for each test. */
export interface ConnectorFixture {
  connector: Connector;
  /** Our ids of the tickets that the account holds now, in any order: more than fit in one page. */
  ticketIds: () => readonly string[];
  /** The clock that was given to the connector; waiting on it takes no real time. */
  clock: ConnectorClock;
  /** Changes one ticket, some time later; returns our id of it. */
  changeOne: () => string;
  /** Makes one ticket unreadable; returns the path of the field by which it is. */
  breakOne: () => { ticket_id: string; field: string };
  /** Gives one ticket a status that nobody has heard of. */
  setUnknownStatus: () => { ticket_id: string; raw_status: string };
  /** Refuses the next request for want of quota, for so many seconds. */
  limitRate: (seconds: number) => void;
  /** Requests made so far. */
  requestCount: () => number;
  /** Deletes a ticket; absent where `deletions` is not declared. */
  deleteOne?: () => string;
  /** Answers a ticket's survey with the best score; absent where `csat` is not declared. */
  rateOne?: () => string;
  /** Lets a ticket miss its target; absent where `sla` is not declared. */
  breachOne?: () => string;
  /** A request as the vendor would send it; absent where `webhooks` is not declared. */
  webhook?: () => { signed: () => Request; forged: () => Request };
}
