import { SlaPerformanceView, SupportProvider, TicketVolumeTrendView } from '../../dist/index.js';
import { mount } from './mount.tsx';
import { NOW, portfolio, trends } from './scene-data.ts';

mount(
  <SupportProvider client={{} as never} now={NOW} timeZone="UTC">
    <TicketVolumeTrendView trends={trends} timezone="UTC" />
    <SlaPerformanceView sla={portfolio.summary.sla} trends={trends} timezone="UTC" />
  </SupportProvider>,
);
