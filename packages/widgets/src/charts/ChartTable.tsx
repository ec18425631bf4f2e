import type { ReactNode } from 'react';
import { useSupport } from '../provider/support-context.js';
import type { Chart } from './chart.js';
import { bandText, valueText } from './chart-words.js';

/** The numbers of a chart, latest first. */
export function ChartTable({ chart }: { chart: Chart }): ReactNode {
  const words = useSupport();
  const { charts } = words.messages;
  const { label, points, series, band } = chart;
  const hasNotes = points.some(({ note }) => note !== undefined);
  return (
    <table className="sw-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{charts.time}</th>
          {[...series, ...(band ? [band] : [])].map((column) => (
            <th key={column.label} scope="col" data-align="end">
              {column.label}
            </th>
          ))}
          {hasNotes && <th scope="col">{charts.notes}</th>}
        </tr>
      </thead>
      <tbody>
        {[...points.entries()].toReversed().map(([index, { id, rowName, note }]) => (
          <tr key={id}>
            <th scope="row">{rowName}</th>
            {series.map((each) => (
              <td key={each.id} data-align="end">
                {valueText(each, index, words)}
              </td>
            ))}
            {band && <td data-align="end">{bandText(chart, index, words) ?? words.messages.unknown}</td>}
            {hasNotes && <td>{note}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
