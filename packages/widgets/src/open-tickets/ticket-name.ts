import type { SupportTicket } from '@cscx/support-core';

/** A ticket as people call it: `#4521`, `T-1042` */
export function ticketName({
  external_number,
  external_id,
}: Pick<SupportTicket, 'external_number' | 'external_id'>): string {
  const number = external_number ?? external_id;
  return /^\d+$/.test(number) ? `#${number}` : number;
}
