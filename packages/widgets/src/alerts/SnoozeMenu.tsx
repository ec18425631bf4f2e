import { type FormEvent, type ReactNode, useId } from 'react';
import { zonedTime } from '../format/zoned-time.js';
import { Button } from '../parts/Button.js';
import { Popover } from '../parts/Popover.js';
import { useNow } from '../provider/use-now.js';
import { useSupport } from '../provider/support-context.js';
import { snoozeTimes } from './snooze-times.js';

interface SnoozeMenuProps {
  /** Names the button with the alert that it is about. */
  label: string;
  onSnooze: (until: string) => void;
}

/** Puts an alert off: for an hour, until a morning, or until a moment of one's own. */
export function SnoozeMenu({ label, onSnooze }: SnoozeMenuProps): ReactNode {
  const { actions } = useSupport().messages.alerts;
  return (
    <Popover label={label} className="sw-button sw-button-small" face={actions.snooze}>
      {(close) => (
        <Choices
          onChoose={(epoch) => {
            close();
            onSnooze(new Date(epoch).toISOString());
          }}
        />
      )}
    </Popover>
  );
}

function Choices({ onChoose }: { onChoose: (epoch: number) => void }): ReactNode {
  const { format, locale, messages } = useSupport();
  const { snoozeFor, snoozeUntil, actions } = messages.alerts;
  const now = useNow();
  const inputId = useId();
  const times = snoozeTimes(now, format, locale);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    // A field that is not for files gives text.
    onChoose(zonedTime(new FormData(event.currentTarget).get('until') as string, format));
  };
  return (
    <>
      <ul className="sw-list sw-menu">
        {(['hour', 'tomorrow', 'week'] as const).map((name) => (
          <li key={name}>
            <button type="button" className="sw-menu-item" onClick={() => onChoose(times[name])}>
              {snoozeFor[name]} <span className="sw-menu-note">{format.weekdayTime(times[name], now)}</span>
            </button>
          </li>
        ))}
      </ul>
      <form className="sw-menu-form" onSubmit={submit}>
        <label className="sw-menu-label" htmlFor={inputId}>
          {snoozeUntil}
        </label>
        <input
          id={inputId}
          className="sw-field"
          type="datetime-local"
          name="until"
          required
          min={format.wallTime(now)}
          defaultValue={format.wallTime(times.tomorrow)}
        />
        <Button isSubmit>{actions.snooze}</Button>
      </form>
    </>
  );
}
