import type { ReactNode } from 'react';
import { Explain, type Meaning } from './Explain.js';
import { AnyIcon, type IconName } from './AnyIcon.js';
import type { Tone } from './tone.js';

/** One number with how it stands. */
export interface Stat {
  id: string;
  label: string;
  value: string;
  /** Smaller, after the value. */
  unit?: string;
  note: string;
  tone: Tone;
  icon?: IconName;
  meaning?: Meaning;
}

/** Numbers side by side, one below the other where it is narrow. */
export function Stats({ stats }: { stats: readonly Stat[] }): ReactNode {
  return (
    <dl className="sw-stats">
      {stats.map(({ id, label, value, unit, note, tone, icon, meaning }) => (
        <div key={id} className="sw-stat" data-sw-part={`stat-${id}`}>
          <dt className="sw-stat-label">
            {label}
            {meaning && <Explain label={label} meaning={meaning} />}
          </dt>
          <dd className="sw-stat-value">
            {unit === undefined ? (
              value
            ) : (
              <bdi dir="ltr">
                {value}
                <span className="sw-stat-unit">{unit}</span>
              </bdi>
            )}
          </dd>
          <dd className="sw-stat-note" data-tone={tone}>
            {icon !== undefined && <AnyIcon name={icon} />}
            {note}
          </dd>
        </div>
      ))}
    </dl>
  );
}
