import type { WebhookReading } from '@cscx/support-core/connectors';

/** What is kept of a verified delivery until it is applied. */
export type StoredReading = Pick<Extract<WebhookReading, { kind: 'accepted' }>, 'refetch' | 'changes'>;
