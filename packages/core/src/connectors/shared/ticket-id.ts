/**
 * Our id of a ticket, stable across syncs.
 *
 * @example
 * ticketId('zendesk', 'acme', '4711'); // 'zendesk:acme:4711'
 */
export const ticketId = (source: string, instance: string, externalId: string): string =>
  `${source}:${instance}:${externalId}`;
