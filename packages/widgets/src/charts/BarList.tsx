import type { ReactNode } from 'react';
import { Icon } from '../parts/Icon.js';
import type { Tone } from '../parts/tone.js';
import { BarTrack } from './BarTrack.js';

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
}

/** Bars of percentages. Each says its number and verdict in words, so it needs neither a table twin nor keys. */
export function BarList({ rows, target, isCompact = false }: BarListProps): ReactNode {
  return (
    <ul className="sw-list sw-bars" data-compact={isCompact}>
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
          <BarTrack pct={pct} tone={tone} target={target} />
          {note !== undefined && !isCompact && <span className="sw-bar-note">{note}</span>}
        </li>
      ))}
    </ul>
  );
}
