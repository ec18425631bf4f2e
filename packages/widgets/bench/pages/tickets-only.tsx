import type { SupportTicket } from '@cscx/support-core';
import type { ReactNode } from 'react';
import { mount } from './mount.tsx';
import { openTickets } from './scene-data.ts';

/** Holds the tickets as the table does: what a page keeps costs its collector time, and what it drops does not. */
const Count = ({ tickets }: { tickets: readonly SupportTicket[] }): ReactNode => (
  <p data-drawn>{tickets.length} tickets, not drawn.</p>
);

mount(<Count tickets={openTickets(10_000)} />);
