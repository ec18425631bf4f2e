import { mount } from './mount.tsx';
import { openTickets } from './scene-data.ts';

mount(<p data-drawn>{openTickets(10_000).length} tickets, not drawn.</p>);
