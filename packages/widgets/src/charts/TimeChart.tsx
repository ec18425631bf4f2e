import { Group } from '@visx/group';
import { type PointerEvent, type ReactNode, useCallback, useRef, useState } from 'react';
import { useSupport } from '../provider/support-context.js';
import { useMeasuredBox } from '../parts/use-measured-box.js';
import { type Chart, CHART_HEIGHT } from './chart.js';
import { pointText } from './chart-words.js';
import { Plot } from './Plot.js';
import { plotScales } from './plot-scales.js';
import { Tooltip } from './Tooltip.js';
import { useActivePoint } from './use-active-point.js';

const MARGIN = { top: 10, right: 4, bottom: 26 };
const PLOT_HEIGHT = CHART_HEIGHT - MARGIN.top - MARGIN.bottom;

/** Of a digit at the size of labels, and the space between a label and its line. */
const DIGIT_WIDTH = 7;
const LABEL_GAP = 11;

/** Of direction: they take no room. */
const MARKS = /[\u061C\u200E\u200F]/g;

interface TimeChartProps {
  chart: Chart;
  /** Id of the text that sums the chart up. */
  describedBy: string;
  /** Opens what is behind a point. */
  onSelect: ((index: number) => void) | undefined;
}

/**
 * A chart of time. Its one tab stop is a slider over the points: arrow keys, Home and End work in every screen reader,
 * which speaks each point by itself (a live region would say it twice). Enter opens a point, Escape closes the tooltip.
 * Time runs from left to right in every script.
 */
export function TimeChart({ chart, describedBy, onSelect }: TimeChartProps): ReactNode {
  const words = useSupport();
  const [width, setWidth] = useState(0);
  const { boxRef } = useMeasuredBox(useCallback(({ clientWidth }) => setWidth(clientWidth), []));
  const box = useRef<HTMLDivElement>(null);
  const last = chart.points.length - 1;
  const [held, setPosition] = useState<number | null>(null);
  const [active, lookAt] = useActivePoint(box);
  const position = Math.min(held ?? last, last);
  const isTapped = useRef(false);

  const ticks = plotScales(chart, 1, PLOT_HEIGHT).yTicks.map(
    (tick) => chart.formatTick(tick).replace(MARKS, '').length,
  );
  const marginLeft = Math.max(2, ...ticks) * DIGIT_WIDTH + LABEL_GAP;
  const plotWidth = width - marginLeft - MARGIN.right;
  const scales = plotScales(chart, Math.max(1, plotWidth), PLOT_HEIGHT);
  const isLeft = active !== null && scales.center(active) > plotWidth / 2;

  const pointAt = ({ currentTarget, clientX }: PointerEvent<SVGElement>): number => {
    const share = (clientX - currentTarget.getBoundingClientRect().left) / plotWidth;
    return Math.min(last, Math.max(0, Math.floor(share * chart.points.length)));
  };

  return (
    <div className="sw-chart" dir="ltr" ref={box}>
      <input
        type="range"
        className="sw-chart-keys"
        aria-label={chart.label}
        aria-describedby={describedBy}
        aria-valuetext={pointText(chart, position, words)}
        min={0}
        max={last}
        value={position}
        onChange={({ target }) => {
          setPosition(target.valueAsNumber);
          lookAt(target.valueAsNumber);
        }}
        onKeyDown={({ key }) => {
          if (key === 'Enter') onSelect?.(position);
        }}
        onFocus={() => lookAt(position)}
        onBlur={() => lookAt(null)}
      />
      <div ref={boxRef}>
        <svg className="sw-chart-plot" width={Math.max(0, width)} height={CHART_HEIGHT} aria-hidden="true">
          {plotWidth > 0 && (
            <Group left={marginLeft} top={MARGIN.top}>
              <Plot chart={chart} scales={scales} width={plotWidth} height={PLOT_HEIGHT} active={active} />
              <rect
                className="sw-chart-surface"
                data-opens={onSelect !== undefined}
                width={plotWidth}
                height={PLOT_HEIGHT}
                onPointerMove={(event) => lookAt(pointAt(event))}
                onPointerDown={(event) => {
                  // The first tap of a finger looks, the second one opens.
                  isTapped.current = event.pointerType === 'mouse' || pointAt(event) === active;
                  lookAt(pointAt(event));
                }}
                onPointerUp={(event) => {
                  if (isTapped.current && event.button === 0) onSelect?.(pointAt(event));
                }}
                onPointerLeave={({ pointerType }) => {
                  if (pointerType === 'mouse') lookAt(null);
                }}
              />
            </Group>
          )}
        </svg>
      </div>
      {active !== null && plotWidth > 0 && (
        <Tooltip
          chart={chart}
          index={active}
          x={marginLeft + scales.left(active) + (isLeft ? 0 : scales.bandWidth)}
          isLeft={isLeft}
        />
      )}
    </div>
  );
}
