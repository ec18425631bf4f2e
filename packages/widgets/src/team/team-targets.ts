import type { DrilldownTarget, TicketFilter } from '../provider/drilldown.js';
import type { TeamSort } from './team-rows.js';

/** The columns that are numbers. */
export type TeamNumber = Exclude<TeamSort, 'name'>;

const unresolved = ['open', 'pending'] as const;

const filters: Partial<Record<TeamNumber, TicketFilter>> = {
  open: { status: unresolved },
  breaches: { status: unresolved, sla: { status: ['breached'] } },
  escalations: { is_escalated: true },
  csat: { is_rated: true },
};

/**
 * What stands behind a number: tickets, or the CSM's customers.
 *
 * @param csmId - null: of customers without a CSM; undefined: of the whole team
 * @param period - as it was asked for; undefined where that is not known
 * @returns undefined where a number leads nowhere: tickets of customers without a CSM cannot be asked for
 */
export function teamTarget(
  column: TeamNumber,
  csmId: string | null | undefined,
  period: string | undefined,
): DrilldownTarget | undefined {
  const filter = filters[column];
  if (!filter) return csmId === undefined ? undefined : { type: 'csm', csm_id: csmId };
  if (csmId === null) return undefined;
  const tickets = { type: 'tickets', csm_id: csmId, filter } as const;
  if (column !== 'csat') return tickets;
  return period === undefined ? undefined : { ...tickets, period };
}
