import { type ReactNode, useId, useState } from 'react';
import type { VolumeBucket } from '../charts/volume-bucket.js';
import { VolumeChart } from '../charts/VolumeChart.js';
import { Button } from '../parts/Button.js';
import { Notice } from '../parts/Notice.js';
import { Panel } from '../parts/Panel.js';
import { useSupport } from '../provider/support-context.js';
import { VolumeTable } from './VolumeTable.js';

/** Ticket volume over time as a chart, or as the table of the same numbers. */
export function VolumePanel({ buckets }: { buckets: readonly VolumeBucket[] }): ReactNode {
  const { format, messages } = useSupport();
  const { customer } = messages;
  const [isTable, setIsTable] = useState(false);
  const hasTickets = buckets.some(({ created, resolved, open }) => created + resolved + open > 0);
  const toggle = (
    <Button look="quiet" onClick={() => setIsTable(!isTable)}>
      {isTable ? messages.viewAsChart : messages.viewAsTable}
    </Button>
  );
  return (
    <Panel part="volume" title={customer.volume} action={hasTickets && toggle}>
      {!hasTickets && <Notice icon="low" title={customer.volumeNone} />}
      {hasTickets && isTable && <VolumeTable buckets={buckets} />}
      {hasTickets && !isTable && <VolumeFigure buckets={buckets} formatValue={format.count} />}
    </Panel>
  );
}

interface VolumeFigureProps {
  buckets: readonly VolumeBucket[];
  formatValue: (value: number) => string;
}

function VolumeFigure({ buckets, formatValue }: VolumeFigureProps): ReactNode {
  const { customer } = useSupport().messages;
  const [active, setActive] = useState<number | null>(null);
  const readoutId = useId();
  const latest = buckets.at(-1);
  const peak = buckets.reduce((most, bucket) => (bucket.created > most.created ? bucket : most));
  const bucket = active === null ? latest : buckets[active];

  return (
    <figure className="sw-figure">
      <figcaption className="sw-figure-caption">
        <span className="sw-figure-readout">
          <strong>{bucket?.title}</strong> <span>{bucket?.readout}</span>
        </span>
        <ul className="sw-list sw-legend">
          <li data-series="created">{customer.volumeCreated}</li>
          <li data-series="resolved">{customer.volumeResolved}</li>
          <li data-series="open">{customer.volumeOpen}</li>
        </ul>
        <span className="sw-hidden" id={readoutId}>
          {latest && customer.volumeSummary(buckets.length, latest.readout, formatValue(peak.created), peak.title)}
        </span>
      </figcaption>
      <VolumeChart
        buckets={buckets}
        label={customer.volume}
        describedBy={readoutId}
        formatValue={formatValue}
        active={active}
        onLook={setActive}
      />
    </figure>
  );
}
