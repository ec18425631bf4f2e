import { BarPlot } from '@mui/x-charts/BarChart';
import { ChartsGrid } from '@mui/x-charts/ChartsGrid';
import { ChartsLegend } from '@mui/x-charts/ChartsLegend';
import { ChartsReferenceLine } from '@mui/x-charts/ChartsReferenceLine';
import { ChartsTooltip } from '@mui/x-charts/ChartsTooltip';
import { ChartsXAxis } from '@mui/x-charts/ChartsXAxis';
import { ChartsYAxis } from '@mui/x-charts/ChartsYAxis';
import { ChartsContainer } from '@mui/x-charts/ChartsContainer';
import { LineChart, LinePlot, MarkPlot } from '@mui/x-charts/LineChart';
import { mount } from './mount.tsx';
import { trends } from './scene-data.ts';

const weeks = trends.map(({ bucket_start }) => bucket_start.slice(5, 10));

mount(
  <div style={{ width: 1200 }}>
    <ChartsContainer
      skipAnimation
      height={200}
      xAxis={[{ data: weeks, scaleType: 'band' }]}
      series={[
        { type: 'bar', label: 'Created', data: trends.map(({ created }) => created) },
        { type: 'bar', label: 'Resolved', data: trends.map(({ resolved }) => resolved) },
        { type: 'line', label: 'Open at end', data: trends.map(({ open_at_end }) => open_at_end) },
      ]}
    >
      <ChartsGrid horizontal />
      <BarPlot />
      <LinePlot />
      <MarkPlot />
      <ChartsXAxis />
      <ChartsYAxis />
      <ChartsLegend />
      <ChartsTooltip />
    </ChartsContainer>
    <LineChart
      skipAnimation
      height={200}
      xAxis={[{ data: weeks, scaleType: 'point' }]}
      yAxis={[{ min: 60, max: 100 }]}
      grid={{ horizontal: true }}
      series={[
        { label: 'First response', data: trends.map(({ first_response_met_pct }) => first_response_met_pct) },
        { label: 'Resolution', data: trends.map(({ resolution_met_pct }) => resolution_met_pct) },
      ]}
    >
      <ChartsReferenceLine y={90} />
    </LineChart>
  </div>,
);
