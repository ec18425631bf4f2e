import type { CustomerPatch } from '../connector.js';
import { sourceSystemSchema } from '../../model/source-system.js';
import { instantOrNull } from '../../time/instant.js';
import type { Warn } from '../shared/page.js';
import type { CustomerPayload } from './webhook-payload.js';

/** Ids by support system; a system that nobody has heard of is warned about. */
const externalIds = (ids: CustomerPayload['externalIds'], warn: Warn): NonNullable<CustomerPatch['external_ids']> => {
  const known = Object.entries(ids ?? {}).flatMap(([name, value]) => {
    const system = sourceSystemSchema.safeParse(name);
    if (!system.success) {
      warn('unknown_source_system', 'data.externalIds');
      return [];
    }
    return [[system.data, value === null ? [] : [value].flat()] as const];
  });
  return Object.fromEntries(known);
};

/** A customer's fields as far as they were sent. */
export const mapWebhookCustomer = (payload: CustomerPayload, warn: Warn): CustomerPatch => {
  const has = (key: keyof CustomerPayload): boolean => payload[key] !== undefined;
  return {
    customer_id: payload.id,
    ...(payload.name !== undefined && { name: payload.name }),
    ...(has('domains') && { domains: payload.domains ?? [] }),
    ...(has('contacts') && { contacts: payload.contacts ?? [] }),
    ...(has('externalIds') && { external_ids: externalIds(payload.externalIds, warn) }),
    ...(has('csmId') && { csm_id: payload.csmId ?? null }),
    ...(has('csmName') && { csm_name: payload.csmName ?? null }),
    ...(has('tier') && { tier: payload.tier ?? null }),
    ...(has('arr') && { arr: payload.arr ?? null }),
    ...(has('renewalDate') && { renewal_date: payload.renewalDate ?? null }),
    ...(has('churnedAt') && { churned_at: instantOrNull(payload.churnedAt) }),
  };
};
