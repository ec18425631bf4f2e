import { SupportOverview, SupportProvider } from '../../dist/index.js';
import { mount } from './mount.tsx';
import { NOW, portfolio } from './scene-data.ts';

const client = { getPortfolio: async () => portfolio };

mount(
  <SupportProvider client={client as never} now={NOW} timeZone="UTC" refreshInterval={false}>
    <SupportOverview />
  </SupportProvider>,
);
