import type { SupportTicket } from '@cscx/support-core';
import type { ReactNode } from 'react';
import { mount } from './mount.tsx';
import { openTickets } from './scene-data.ts';

/** The first words of `Intl` on a page, which a host that shows any number or date has paid for before. */
const Count = ({ tickets }: { tickets: readonly SupportTicket[] }): ReactNode => (
  <p data-drawn>{tickets.length.toLocaleString('en')} tickets, not drawn.</p>
);

mount(<Count tickets={openTickets(10_000)} />);
