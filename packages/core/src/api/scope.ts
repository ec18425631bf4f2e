import * as z from 'zod';

/** What credentials may be good for. */
export const SCOPES = [
  'reports:read',
  'alerts:write',
  'customers:write',
  'matching:write',
  'sync:read',
  'sync:write',
] as const;

/** Schema of {@link Scope}. */
export const scopeSchema = z.enum(SCOPES).meta({ id: 'Scope' });

/**
 * `reports:read`: metrics, tickets and alerts · `alerts:write`: acknowledge, snooze, resolve · `customers:write`: customers
 * and health scores · `matching:write`: unmatched tickets, and linking them · `sync:read`: how fresh each connection is ·
 * `sync:write`: start a sync.
 */
export type Scope = z.infer<typeof scopeSchema>;
