import type { ReactNode } from 'react';
import type { VolumeBucket } from '../charts/volume-bucket.js';
import { useSupport } from '../provider/support-context.js';

/** The numbers of the volume chart, latest first. */
export function VolumeTable({ buckets }: { buckets: readonly VolumeBucket[] }): ReactNode {
  const { format, messages } = useSupport();
  const { customer } = messages;
  return (
    <table className="sw-table" aria-label={customer.volume}>
      <thead>
        <tr>
          <th scope="col">{customer.volumeTime}</th>
          <th scope="col" data-align="end">
            {customer.volumeCreated}
          </th>
          <th scope="col" data-align="end">
            {customer.volumeResolved}
          </th>
          <th scope="col" data-align="end">
            {customer.volumeOpen}
          </th>
        </tr>
      </thead>
      <tbody>
        {buckets.toReversed().map(({ start, rowName, created, resolved, open }) => (
          <tr key={start}>
            <th scope="row">{rowName}</th>
            <td data-align="end">{format.count(created)}</td>
            <td data-align="end">{format.count(resolved)}</td>
            <td data-align="end">{format.count(open)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
