import type { ReactNode } from 'react';
import { Icon } from '../parts/Icon.js';
import type { Tone } from '../parts/tone.js';

/** One bar and the words around it. */
export interface BarRow {
  id: string;
  label: string;
  /** Length of the bar, 0..100; null draws none. */
  pct: number | null;
  /** The length in writing. */
  value: string;
  /** What the length means; `neutral` draws it in the accent colour. */
  tone: Tone;
  verdict?: string;
  note?: string;
}

interface BarListProps {
  rows: readonly BarRow[];
  /** 0..100: a line across the bars. */
  target?: number;
  /** Label, bar and value on one line. @default false */
  isCompact?: boolean;
  /** Labels are a few letters, so that bars may be long. @default false */
  isShort?: boolean;
}

/** Bars of percentages. Each says its number and verdict in words, so it needs neither a table twin nor keys. */
export function BarList({ rows, target, isCompact = false, isShort = false }: BarListProps): ReactNode {
  return (
    <ul className="sw-list sw-bars" data-compact={isCompact} data-short={isShort}>
      {rows.map(({ id, label, pct, value, tone, verdict, note }) => (
        <li key={id} className="sw-bar" data-sw-part={`bar-${id}`}>
          <span className="sw-bar-label" title={label}>
            {label}
          </span>
          <span className="sw-bar-value" data-tone={tone} title={isCompact ? note : undefined}>
            {verdict !== undefined && <Icon name={tone === 'good' ? 'check' : 'warning'} />}
            {verdict !== undefined && <span className="sw-hidden">{verdict}: </span>}
            {value}
          </span>
          <Track pct={pct} tone={tone} target={target} />
          {note !== undefined && !isCompact && <span className="sw-bar-note">{note}</span>}
        </li>
      ))}
    </ul>
  );
}

interface TrackProps {
  pct: number | null;
  tone: Tone;
  target: number | undefined;
}

function Track({ pct, tone, target }: TrackProps): ReactNode {
  return (
    <svg className="sw-bar-track" width="100%" height="14" aria-hidden="true">
      <rect className="sw-bar-rest" y="3" width="100%" height="8" rx="4" />
      {pct !== null && <rect className="sw-bar-fill" data-tone={tone} y="3" width={`${pct}%`} height="8" rx="4" />}
      {target !== undefined && <line className="sw-bar-mark" x1={`${target}%`} x2={`${target}%`} y1="0" y2="14" />}
    </svg>
  );
}
