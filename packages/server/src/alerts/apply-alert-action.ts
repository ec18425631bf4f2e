import { type Instant, InvalidInputError, type SupportAlert } from '@cscx/support-core';
import type { AlertState } from '../store/alerts.js';
import { type AlertAction, ALERT_TRANSITIONS } from './alert-transitions.js';

/** What a person asked for. */
export interface AlertRequest {
  action: AlertAction;
  /** Of a snooze: when it ends. */
  until?: Instant | undefined;
  note?: string | undefined;
}

/** Who asks, and when. */
interface Occasion {
  by: string;
  now: Instant;
}

const LONGEST_SNOOZE_MS = 366 * 86_400_000;

const isSnoozable = (until: Instant, now: Instant): boolean => {
  const ahead = Date.parse(until) - Date.parse(now);
  return ahead > 0 && ahead <= LONGEST_SNOOZE_MS;
};

const NOTHING = {
  acknowledged_at: null,
  acknowledged_by: null,
  snoozed_until: null,
  resolved_at: null,
  resolved_by: null,
};

/** What each action makes of an alert that did not stand there before. */
const EFFECTS: Readonly<
  Record<AlertAction, (request: AlertRequest, occasion: Occasion) => Omit<Partial<AlertState>, 'status'>>
> = {
  acknowledge: (_, { by, now }) => ({ ...NOTHING, acknowledged_at: now, acknowledged_by: by }),
  snooze: ({ until = null }) => ({ ...NOTHING, snoozed_until: until }),
  resolve: (_, { by, now }) => ({ snoozed_until: null, resolved_at: now, resolved_by: by }),
  reopen: () => NOTHING,
};

const isSameInstant = (a: Instant | null | undefined, b: Instant | undefined): boolean =>
  (a == null && b === undefined) || (a != null && b !== undefined && Date.parse(a) === Date.parse(b));

/**
 * What an action changes of an alert; null: nothing. A note stays until another one is written.
 *
 * @param alert - as it stands now: a snooze whose time has passed is over
 * @throws InvalidInputError for an action that does not fit, or a snooze that ends in the past or in more than a year
 */
export const applyAlertAction = (
  alert: SupportAlert,
  request: AlertRequest,
  occasion: Occasion,
): Partial<AlertState> | null => {
  const { action, until, note } = request;
  if (until !== undefined && !isSnoozable(until, occasion.now)) {
    const message = 'expected an instant in the future, at most a year ahead';
    throw new InvalidInputError('body', [{ path: 'until', message }]);
  }
  const status = ALERT_TRANSITIONS[action][alert.status];
  if (!status) {
    throw new InvalidInputError('body', [{ path: 'action', message: `expected reopen: it is ${alert.status}` }]);
  }
  const isThere = status === alert.status && (action !== 'snooze' || isSameInstant(alert.snoozed_until, until));
  const isNoted = note === undefined || note === alert.note;
  if (isThere && isNoted) return null;
  return {
    ...(!isThere && { status, ...EFFECTS[action](request, occasion) }),
    ...(note !== undefined && { note }),
  };
};
