import { Group } from '@visx/group';
import { useParentSize } from '@visx/responsive';
import { type PointerEvent, type ReactNode, useState } from 'react';
import type { VolumeBucket } from './volume-bucket.js';
import { VolumePlot } from './VolumePlot.js';

const HEIGHT = 200;
const MARGIN = { top: 10, right: 4, bottom: 26, left: 32 };
const PLOT_HEIGHT = HEIGHT - MARGIN.top - MARGIN.bottom;

/** Until the box has been measured, and on a server. */
const INITIAL_SIZE = { width: 0, height: HEIGHT };

interface VolumeChartProps {
  buckets: readonly VolumeBucket[];
  /** Name of the chart's one tab stop. */
  label: string;
  /** Id of the text that sums the chart up. */
  describedBy: string;
  formatValue: (value: number) => string;
  /** The bucket looked at, by pointer or keys. */
  active: number | null;
  onLook: (index: number | null) => void;
}

/**
 * A chart of ticket volume. Its one tab stop is a slider over the buckets: arrow keys, Home and End work in every
 * screen reader, and each bucket is read out.
 */
export function VolumeChart({ buckets, label, describedBy, formatValue, active, onLook }: VolumeChartProps): ReactNode {
  const { parentRef, width } = useParentSize({ initialSize: INITIAL_SIZE, debounceTime: 0 });
  const last = buckets.length - 1;
  const [position, setPosition] = useState(last);
  const bucket = buckets[position];

  const plotWidth = width - MARGIN.left - MARGIN.right;
  const lookAtPointer = ({ currentTarget, clientX }: PointerEvent<SVGElement>): void => {
    const share = (clientX - currentTarget.getBoundingClientRect().left) / plotWidth;
    onLook(Math.min(last, Math.max(0, Math.floor(share * buckets.length))));
  };

  return (
    <div className="sw-chart" ref={parentRef}>
      <input
        type="range"
        className="sw-chart-keys"
        aria-label={label}
        aria-describedby={describedBy}
        aria-valuetext={bucket && `${bucket.title}: ${bucket.readout}`}
        min={0}
        max={last}
        value={position}
        onChange={({ target }) => {
          setPosition(target.valueAsNumber);
          onLook(target.valueAsNumber);
        }}
        onFocus={() => onLook(position)}
        onBlur={() => onLook(null)}
      />
      <svg className="sw-chart-plot" width={Math.max(0, width)} height={HEIGHT} aria-hidden="true">
        {plotWidth > 0 && (
          <Group left={MARGIN.left} top={MARGIN.top}>
            <VolumePlot
              buckets={buckets}
              width={plotWidth}
              height={PLOT_HEIGHT}
              active={active}
              formatValue={formatValue}
            />
            <rect
              className="sw-chart-surface"
              width={plotWidth}
              height={PLOT_HEIGHT}
              onPointerMove={lookAtPointer}
              onPointerDown={lookAtPointer}
              onPointerLeave={() => onLook(null)}
            />
          </Group>
        )}
      </svg>
    </div>
  );
}
