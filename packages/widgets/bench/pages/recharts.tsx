import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Legend,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { mount } from './mount.tsx';
import { trends } from './scene-data.ts';

const data = trends.map((trend) => ({ ...trend, week: trend.bucket_start.slice(5, 10) }));

mount(
  <div style={{ width: 1200 }}>
    <ResponsiveContainer width="100%" height={200}>
      <ComposedChart data={data}>
        <CartesianGrid vertical={false} />
        <XAxis dataKey="week" />
        <YAxis />
        <Tooltip />
        <Legend />
        <Bar dataKey="created" fill="#3b6fe0" isAnimationActive={false} />
        <Bar dataKey="resolved" fill="#77859c" isAnimationActive={false} />
        <Line dataKey="open_at_end" stroke="#c26a00" isAnimationActive={false} />
      </ComposedChart>
    </ResponsiveContainer>
    <ResponsiveContainer width="100%" height={200}>
      <LineChart data={data}>
        <CartesianGrid vertical={false} />
        <XAxis dataKey="week" />
        <YAxis domain={[60, 100]} />
        <Tooltip />
        <Legend />
        <ReferenceLine y={90} strokeDasharray="2 3" />
        <Line dataKey="first_response_met_pct" stroke="#3b6fe0" isAnimationActive={false} />
        <Line dataKey="resolution_met_pct" stroke="#c26a00" isAnimationActive={false} />
      </LineChart>
    </ResponsiveContainer>
  </div>,
);
