import type { SlaStatus } from '../../model/sla-status.js';
import type { TicketDraft, VendorVerdict } from '../../model/support-ticket.js';
import { instantOrNull } from '../../time/instant.js';
import type { SlaPayload, TicketPayload } from './webhook-payload.js';

interface Clock {
  status: SlaStatus | null | undefined;
  dueAt: number | null | undefined;
  /** Undefined: the delivery does not tell. */
  fulfilledAt: number | null | undefined;
}

/** Missed as far as its due time and its fulfilment tell. */
const isMissed = ({ dueAt, fulfilledAt }: Clock, now: number): boolean =>
  dueAt != null && fulfilledAt !== undefined && (fulfilledAt ?? now) > dueAt;

/** Of a ticket that is breached as a whole: those that were missed, else the only one there is; none where nobody knows. */
const breachedClocks = (clocks: readonly Clock[], now: number): readonly Clock[] => {
  const missed = clocks.filter((clock) => isMissed(clock, now));
  if (missed.length > 0) return missed;
  const promised = clocks.filter(({ dueAt }) => dueAt != null);
  return promised.length === 1 ? promised : [];
};

/** What a status makes of a due time. A running clock is left to the due time; a paused one has none. */
const VERDICTS: Readonly<Record<SlaStatus, (due_at: VendorVerdict['due_at']) => VendorVerdict | null>> = {
  met: (due_at) => ({ is_breached: false, due_at }),
  breached: (due_at) => ({ is_breached: true, due_at }),
  paused: () => ({ is_breached: false, due_at: null }),
  pending: (due_at) => (due_at ? { is_breached: null, due_at } : null),
  at_risk: (due_at) => (due_at ? { is_breached: null, due_at } : null),
  not_applicable: () => null,
};

/**
 * The sender's SLA verdicts. A clock's own status wins over the one of the whole ticket, which says of `met` that both
 * promises were kept and of `breached` that one was not.
 *
 * @param now - when the ticket was like this, in milliseconds since the epoch
 */
export const mapWebhookSla = (
  sla: SlaPayload,
  ticket: TicketPayload,
  now: number,
): NonNullable<TicketDraft['vendor_sla']> => {
  const first_response: Clock = {
    status: sla.firstResponseStatus,
    dueAt: sla.firstResponseDueAt,
    fulfilledAt: ticket.firstResponseAt,
  };
  const resolution: Clock = {
    status: sla.resolutionStatus,
    dueAt: sla.resolutionDueAt,
    fulfilledAt: ticket.resolvedAt,
  };
  const breached = sla.status === 'breached' ? breachedClocks([first_response, resolution], now) : [];
  const whole = (clock: Clock): SlaStatus => {
    if (sla.status === 'breached') return breached.includes(clock) ? 'breached' : 'pending';
    return sla.status ?? 'pending';
  };
  const verdicts = Object.entries({ first_response, resolution }).flatMap(([metric, clock]) => {
    const verdict = VERDICTS[clock.status ?? whole(clock)](instantOrNull(clock.dueAt));
    return verdict ? [[metric, verdict] as const] : [];
  });
  return Object.fromEntries(verdicts);
};
