import type { SupportAlert } from '@cscx/support-core';
import { useCallback, useRef, useState } from 'react';
import { type AlertChange, changedAlert, undoOf } from '../alerts/alert-action.js';
import { useSupport } from '../provider/support-context.js';

/** Something done about an alert. It shows at once; the server is told meanwhile. */
export interface AppliedChange extends AlertChange {
  /** `failed`: the server refused, and the alert is as it was. */
  state: 'pending' | 'done' | 'failed';
  before: SupportAlert;
  /** As it is now: as the server said, or as it will say. */
  after: SupportAlert;
}

/** What has been done about alerts here, and the way to do more. */
export interface AlertActions {
  /** What has been done about an alert, unless newer data has come in since. */
  changeOf: (alert: SupportAlert) => AppliedChange | undefined;
  act: (alert: SupportAlert, change: AlertChange) => void;
  /** Brings an alert back to where it stood before the last change. */
  undo: (change: AppliedChange) => void;
}

/** Undefined: there is none any more. */
type Changes = ReadonlyMap<string, AppliedChange | undefined>;

/** Acts on alerts with the result on screen at once. Calls about one alert are made one after the other. */
export function useAlertActions(onAction: ReturnType<typeof useSupport>['onAction']): AlertActions {
  const { client } = useSupport();
  const [changes, setChanges] = useState<Changes>(new Map());
  const calls = useRef(new Map<string, Promise<unknown>>());
  const set = useCallback(
    (id: string, change?: AppliedChange) => setChanges((last) => new Map(last).set(id, change)),
    [],
  );

  const send = useCallback(
    async (alertId: string, { action, until }: AlertChange): Promise<SupportAlert> => {
      const ask = async (): Promise<SupportAlert> => client.actOnAlert({ alertId, action, until });
      // Whether the one before went well or not.
      const call = Promise.resolve(calls.current.get(alertId)).then(ask, ask);
      calls.current.set(alertId, call);
      const alert = await call;
      onAction?.({ type: 'alert', action, alert });
      return alert;
    },
    [client, onAction],
  );

  const act = useCallback(
    (alert: SupportAlert, change: AlertChange) => {
      const applied: AppliedChange = { ...change, state: 'pending', before: alert, after: changedAlert(alert, change) };
      const id = alert.alert_id;
      // What a person has undone or changed again meanwhile is not touched by a late answer.
      const settle = (settled: AppliedChange): void =>
        setChanges((last) => (last.get(id) === applied ? new Map(last).set(id, settled) : last));
      set(id, applied);
      send(id, change).then(
        (after) => settle({ ...applied, state: 'done', after }),
        () => settle({ ...applied, state: 'failed', after: alert }),
      );
    },
    [send, set],
  );

  const undo = useCallback(
    (applied: AppliedChange) => {
      const { before } = applied;
      const id = before.alert_id;
      set(id);
      send(id, undoOf(before)).catch(() => set(id, applied));
    },
    [send, set],
  );

  const changeOf = useCallback(
    (alert: SupportAlert) => {
      const change = changes.get(alert.alert_id);
      return change?.state === 'done' && alert.updated_at >= change.after.updated_at ? undefined : change;
    },
    [changes],
  );
  return { changeOf, act, undo };
}
