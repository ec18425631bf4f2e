import type { ReactNode } from 'react';
import { useSupport } from '../provider/support-context.js';
import type { Chart } from './chart.js';
import { bandText, valueText } from './chart-words.js';
import { MarkKey, SeriesKey } from './Legend.js';

interface TooltipProps {
  chart: Chart;
  index: number;
  /** The edge of the point's column on its side, in pixels from the left edge of the chart. */
  x: number;
  /** Whether it stands left of `x`, because there is no room on the right. */
  isLeft: boolean;
}

/** The numbers of the point looked at. The tab stop speaks the same words, so this is for eyes only. */
export function Tooltip({ chart, index, x, isLeft }: TooltipProps): ReactNode {
  const words = useSupport();
  const point = chart.points[index];
  if (!point) return null;
  const expected = bandText(chart, index, words);
  return (
    <div
      className="sw-tooltip"
      data-side={isLeft ? 'left' : 'right'}
      style={isLeft ? { right: `calc(100% - ${x}px)` } : { left: x }}
      aria-hidden="true"
    >
      <strong>{point.title}</strong>
      {chart.series.map((series) => (
        <span key={series.id} className="sw-tooltip-line">
          <SeriesKey look={series.look} hue={series.hue} />
          <span>{series.label}</span>
          <span className="sw-tooltip-value">{valueText(series, index, words)}</span>
        </span>
      ))}
      {chart.band && expected !== undefined && (
        <span className="sw-tooltip-line">
          <span />
          <span>{chart.band.label}</span>
          <span className="sw-tooltip-value">{expected}</span>
        </span>
      )}
      {point.note !== undefined && (
        <span className="sw-tooltip-note">
          {point.isMarked && <MarkKey />} {point.note}
        </span>
      )}
    </div>
  );
}
