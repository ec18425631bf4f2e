import type { SimulatedTicket } from './simulated-ticket.js';

const slug = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '_');

/**
 * The tags that agents see: an escalated ticket carries `escalated` and one that says why, until it is taken back.
 *
 * @example
 * visibleTags(ticket); // ['vip', 'escalated', 'escalated_asked_for_a_manager']
 */
export const visibleTags = ({ tags, escalated, escalation_reason }: SimulatedTicket): string[] => [
  ...tags,
  ...(escalated ? ['escalated'] : []),
  ...(escalated && escalation_reason ? [`escalated_${slug(escalation_reason)}`] : []),
];
