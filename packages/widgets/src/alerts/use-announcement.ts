import type { SupportAlert } from '@cscx/support-core';
import { useEffect, useRef, useState } from 'react';
import type { AlertActions } from '../data/use-alert-actions.js';
import { useSupport } from '../provider/support-context.js';
import { alertText } from './alert-text.js';

/**
 * What to say to those who do not see the list change: what they have done themselves, and how many alerts came in.
 *
 * @param scope - which alerts they are; others than before are no news
 * @param actions - undefined where nothing can be done
 * @returns the words for a live region, and the actions that speak
 */
export function useAnnouncement(
  alerts: readonly SupportAlert[],
  actions: AlertActions | undefined,
  scope: string,
): { announcement: string; actions: AlertActions | undefined } {
  const words = useSupport();
  const { format, messages } = words;
  const [announcement, announce] = useState('');
  const known = useRef<{ scope: string; newest: string }>(undefined);

  useEffect(() => {
    const newest = alerts[0]?.created_at ?? '';
    const last = known.current;
    known.current = { scope, newest };
    if (last?.scope !== scope) return;
    const count = alerts.filter(({ created_at }) => created_at > last.newest).length;
    if (count > 0) announce(messages.alerts.announcedNew(count, format.count(count)));
  }, [alerts, scope, messages, format]);

  const tell = (done: string, alert: SupportAlert): void =>
    announce(messages.alerts.announced(done, alertText(alert, words).title));
  const speaking: AlertActions | undefined = actions && {
    ...actions,
    act: (alert, change) => {
      tell(messages.alerts.done[change.action], alert);
      actions.act(alert, change);
    },
    undo: (change) => {
      tell(messages.alerts.undone, change.before);
      actions.undo(change);
    },
  };
  return { announcement, actions: speaking };
}
