import type { ReactNode } from 'react';
import { Button } from '../parts/Button.js';
import { renderSlot } from '../parts/render-slot.js';
import type { AlertActionsProps } from '../provider/slots.js';
import { useSupport } from '../provider/support-context.js';
import { SnoozeMenu } from './SnoozeMenu.js';

/** What can be done about an alert, as the host draws it or as buttons. */
export const AlertActions = (props: AlertActionsProps): ReactNode => (
  <div className="sw-alert-actions">{renderSlot(useSupport().slots.alertActions, props, ActionButtons)}</div>
);

function ActionButtons({ alert, actions, act }: AlertActionsProps): ReactNode {
  const { alerts } = useSupport().messages;
  return actions.map((action) => {
    const name = alerts.actions[action];
    const label = alerts.actionOn(name, alert.title, alert.customer_name);
    return action === 'snooze' ? (
      <SnoozeMenu key={action} label={label} onSnooze={(until) => act({ action, until })} />
    ) : (
      <Button key={action} look="small" label={label} onClick={() => act({ action })}>
        {name}
      </Button>
    );
  });
}
