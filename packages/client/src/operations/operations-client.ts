import type { ApiResponse, operationRoutes } from '@cscx/support-core/api';
import type { Call } from '../call.js';

type RouteOf<Id extends string> = Extract<(typeof operationRoutes)[number], { operationId: Id }>;

/** What a writing of customers answers. */
export type SavedCustomers = ApiResponse<RouteOf<'putCustomers'>>;

/** What a writing of health scores answers. */
export type SavedHealthScores = ApiResponse<RouteOf<'postHealthScores'>>;

/** A page of tickets that could not be matched to a customer. */
export type UnmatchedPage = ApiResponse<RouteOf<'listUnmatchedTickets'>>;

/** How fresh each connection is. */
export type SyncStatus = ApiResponse<RouteOf<'getSyncStatus'>>;

/**
 * The host's side of the support API as functions. Each one takes the fields of its route, `{ signal }` to end it early, and
 * answers data that has been checked against the route's schema. It rejects with a `SupportClientError` only.
 */
export interface OperationsClient {
  /**
   * Adds customers and replaces those that are known by their id, all or none; at most 10,000 at a time. Others stay as they
   * are. Stored tickets are matched anew at once.
   *
   * @example
   * const { saved, rematched } = await operations.putCustomers({
   *   customers: [{ customer_id: 'acme', name: 'Acme Corp', csm_id: 'dana', domains: ['acme.com'] }],
   * });
   */
  putCustomers: Call<RouteOf<'putCustomers'>>;

  /**
   * Notes how healthy customers are, or were; one moment of a customer has one score.
   *
   * @example
   * await operations.postHealthScores({ health_scores: [{ customer_id: 'acme', health_score: 72 }] });
   */
  postHealthScores: Call<RouteOf<'postHealthScores'>>;

  /**
   * Tickets of which nobody can tell whose they are, page by page, newest first, and how many for each reason.
   *
   * @example
   * const { tickets, by_reason } = await operations.listUnmatchedTickets({ reason: 'conflict' });
   */
  listUnmatchedTickets: Call<RouteOf<'listUnmatchedTickets'>>;

  /**
   * Says whose a ticket is, which wins over every rule; null takes it back, and answers whose it is then.
   *
   * @example
   * await operations.linkTicket({ ticketId: 'zendesk:acme:17', customer_id: 'globex' });
   */
  linkTicket: Call<RouteOf<'linkTicket'>>;

  /**
   * How fresh each connection is, and what keeps it from being so.
   *
   * @example
   * const { connections } = await operations.getSyncStatus();
   * const broken = connections.filter(({ state }) => state === 'failing' || state === 'blocked');
   */
  getSyncStatus: Call<RouteOf<'getSyncStatus'>>;

  /**
   * Syncs a connection now.
   *
   * @example
   * await operations.startSync({ connectionId: 'helpdesk' });
   */
  startSync: Call<RouteOf<'startSync'>>;
}
