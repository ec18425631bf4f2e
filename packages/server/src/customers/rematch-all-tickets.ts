import type { Instant } from '@cscx/support-core';
import { refreshAlerts } from '../imports/refresh-alerts.js';
import type { OrganizationStore } from '../store/organization-store.js';
import { loadMatcher } from './load-matcher.js';
import { rematchTickets } from './rematch-tickets.js';

/**
 * Matches every stored ticket of an organization anew, as is needed after a change of `ignored_domains`; changes of customers
 * and links do it by themselves.
 *
 * @returns how many tickets have another customer now, or none
 * @example
 * await organization.saveSettings({ ignored_domains: ['reseller.com'] });
 * await rematchAllTickets(organization, { now: new Date().toISOString() });
 */
export const rematchAllTickets = (organization: OrganizationStore, { now }: { now: Instant }): Promise<number> =>
  organization.transaction(async (inside) => {
    await inside.matching.change();
    const { tickets, customer_ids } = await rematchTickets(inside, await loadMatcher(inside), undefined);
    await refreshAlerts(inside, [...customer_ids], { now });
    if (tickets > 0) await inside.markChanged(now);
    return tickets;
  });
