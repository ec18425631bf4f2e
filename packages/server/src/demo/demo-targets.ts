import { DEFAULT_SLA_POLICY, type TicketPriority } from '@cscx/support-core';

/** The default targets of a priority in hours: the demo's replies and resolutions are drawn as shares of them. */
export const targetsOf = (priority: TicketPriority): { reply: number; resolution: number } => {
  const { first_response_hours, resolution_hours } = DEFAULT_SLA_POLICY.targets[priority];
  if (first_response_hours === null || resolution_hours === null) throw new RangeError(`${priority} has no target`);
  return { reply: first_response_hours, resolution: resolution_hours };
};
