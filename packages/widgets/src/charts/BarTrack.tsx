import type { ReactNode } from 'react';
import type { Tone } from '../parts/tone.js';

/** Per cent that can still be seen of the narrowest track. */
const SHORTEST = 1.5;

/** The width of a bar: whatever is not nothing can be seen. */
export const barWidth = (pct: number): string => `${pct && Math.max(SHORTEST, pct)}%`;

interface BarTrackProps {
  /** 0..100; null draws no bar. */
  pct: number | null;
  tone: Tone;
  /** 0..100: a line across. */
  target: number | undefined;
}

/** A bar of a percentage, on the track that all of it would fill. */
export function BarTrack({ pct, tone, target }: BarTrackProps): ReactNode {
  return (
    <svg className="sw-bar-track" width="100%" height="14" aria-hidden="true">
      <rect className="sw-bar-rest" y="3" width="100%" height="8" rx="4" />
      {pct !== null && <rect className="sw-bar-fill" data-tone={tone} y="3" width={barWidth(pct)} height="8" rx="4" />}
      {target !== undefined &&
        ['sw-casing', 'sw-bar-mark'].map((look) => (
          <line key={look} className={look} x1={`${target}%`} x2={`${target}%`} y1="0" y2="14" />
        ))}
    </svg>
  );
}
