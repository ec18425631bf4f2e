import type { Customer } from '../model/customer.js';
import { isMailProvider } from './mail-provider.js';
import { domainsAbove, mailHost } from './mail-host.js';

/** Key → the one customer that claims it, or null where two do. */
export type Claims = ReadonlyMap<string, string | null>;

/** Everything by which the customers of an organization are known. */
export interface CustomerKeys {
  customerIds: ReadonlySet<string>;
  companyIds: Claims;
  emails: Claims;
  domains: Claims;
}

const claim = (claims: Map<string, string | null>, key: string, customerId: string): void => {
  const claimant = claims.get(key);
  claims.set(key, claimant === undefined || claimant === customerId ? customerId : null);
};

/** Ids of two support systems are not compared. */
export const companyKey = (sourceSystem: string, id: string): string => `${sourceSystem} ${id.trim()}`;

/** Upper and lower case are the same, also before the @, where no system in use tells them apart; `+tags` are kept. */
export const emailKey = (email: string): string => email.trim().toLowerCase();

/** What a customer says is its domain; null for a public suffix, a free-mail domain and what is no domain. */
const ownDomain = (domain: string): string | null => {
  const host = mailHost(domain);
  return host === null || isMailProvider(domainsAbove(host)) ? null : host;
};

/** Collects the keys of customers, in whatever order they come. */
export const customerKeys = (customers: readonly Customer[]): CustomerKeys => {
  const customerIds = new Set<string>();
  const companyIds = new Map<string, string | null>();
  const emails = new Map<string, string | null>();
  const domains = new Map<string, string | null>();
  for (const customer of customers) {
    const { customer_id } = customer;
    customerIds.add(customer_id);
    for (const [source, ids] of Object.entries(customer.external_ids)) {
      for (const id of ids) claim(companyIds, companyKey(source, id), customer_id);
    }
    for (const email of customer.contacts) claim(emails, emailKey(email), customer_id);
    for (const domain of customer.domains) {
      const host = ownDomain(domain);
      if (host !== null) claim(domains, host, customer_id);
    }
  }
  return { customerIds, companyIds, emails, domains };
};
