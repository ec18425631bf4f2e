import { OpenTicketsTableView, SupportProvider } from '../../dist/index.js';
import { mount } from './mount.tsx';
import { NOW, openTickets } from './scene-data.ts';

mount(
  <SupportProvider client={{} as never} now={NOW} timeZone="UTC">
    <OpenTicketsTableView tickets={openTickets(10_000)} />
  </SupportProvider>,
);
