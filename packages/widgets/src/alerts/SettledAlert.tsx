import type { ReactNode } from 'react';
import type { AppliedChange } from '../data/use-alert-actions.js';
import { Button } from '../parts/Button.js';
import { Icon } from '../parts/Icon.js';
import { useSupport } from '../provider/support-context.js';
import { alertText } from './alert-text.js';

interface SettledAlertProps {
  titleId: string;
  change: AppliedChange;
  onUndo: () => void;
}

/** What has just been done about an alert, in its place until newer data comes in, with the way back. */
export function SettledAlert({ titleId, change, onUndo }: SettledAlertProps): ReactNode {
  const words = useSupport();
  const { format, messages } = words;
  const { alerts } = messages;
  const { title } = alertText(change.before, words);
  const done =
    change.until === undefined
      ? alerts.done[change.action]
      : alerts.doneSnoozed(format.weekdayTime(Date.parse(change.until)));
  return (
    <>
      <span className="sw-mark" data-tone="good">
        <Icon name="check" />
      </span>
      <h4 className="sw-alert-title sw-alert-settled" id={titleId}>
        {alerts.announced(done, title)}
      </h4>
      <Button look="small" label={alerts.actionOn(alerts.undo, title, change.before.customer_name)} onClick={onUndo}>
        {alerts.undo}
      </Button>
    </>
  );
}
