import type { ReactNode } from 'react';
import { useSupport } from '../provider/support-context.js';
import type { Chart, SeriesLook } from './chart.js';
import { valueText } from './chart-words.js';

/** What each look stands for, with the latest number beside it. */
export function Legend({ chart }: { chart: Chart }): ReactNode {
  const words = useSupport();
  const last = chart.points.length - 1;
  return (
    <ul className="sw-list sw-legend">
      {chart.series.map((series) => (
        <li key={series.id}>
          <SeriesKey look={series.look} hue={series.hue} />
          {series.label} <strong>{valueText(series, last, words)}</strong>
        </li>
      ))}
      {chart.faintLabel !== undefined && chart.points.some(({ isFaint }) => isFaint) && (
        <li>
          <svg className="sw-key sw-series" width="16" height="10" aria-hidden="true">
            <circle className="sw-dot sw-dot-faint" cx="8" cy="5" r="3.25" />
          </svg>
          {chart.faintLabel}
        </li>
      )}
      {chart.markLabel !== undefined && chart.points.some(({ isMarked }) => isMarked) && (
        <li>
          <MarkKey />
          {chart.markLabel}
        </li>
      )}
      {chart.band && (
        <li>
          <svg className="sw-key" width="16" height="10" aria-hidden="true">
            <rect className="sw-chart-band" width="16" height="10" />
          </svg>
          {chart.band.label}
        </li>
      )}
      {chart.target && (
        <li>
          <svg className="sw-key" width="16" height="10" aria-hidden="true">
            <path className="sw-chart-target" d="M0 5h16" />
          </svg>
          {chart.target.label}
        </li>
      )}
    </ul>
  );
}

/** What stands above a point that stands out. */
export const MarkKey = (): ReactNode => (
  <svg className="sw-key" width="16" height="10" aria-hidden="true">
    <path className="sw-chart-mark" d="m8 0 5 5-5 5-5-5z" />
  </svg>
);

/** A small picture of how a series is drawn. */
export function SeriesKey({ look, hue }: { look: SeriesLook; hue: number }): ReactNode {
  const isLine = look === 'line' || look === 'dashed';
  return (
    <svg className="sw-key sw-series" data-hue={hue} width="16" height="10" aria-hidden="true">
      {isLine && <path className={`sw-look-${look}`} d="M0 5h16" />}
      {look === 'line' && <circle className="sw-dot" cx="8" cy="5" r="2.5" />}
      {look === 'dashed' && <rect className="sw-dot" x="5.5" y="2.5" width="5" height="5" />}
      {!isLine && <rect className={`sw-look-${look}`} x="3.75" y="0.75" width="8.5" height="8.5" rx="2" />}
    </svg>
  );
}
