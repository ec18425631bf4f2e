import type { Customer } from '@cscx/support-core';
import { type Claims, type CustomerKeys, customerKeys } from '@cscx/support-core/matching';
import type { KeyChange } from '../store/names-keys.js';

/** What has one of the two and not the other. */
const eitherOf = (before: ReadonlySet<string>, after: ReadonlySet<string>): string[] => [
  ...[...before].filter((key) => !after.has(key)),
  ...[...after].filter((key) => !before.has(key)),
];

const keysOf = (customer: Customer | undefined) => customerKeys(customer ? [customer] : []);

/** A company's id without the support system before it. */
const idOf = (companyKey: string): string => companyKey.slice(companyKey.indexOf(' ') + 1);

const unique = (keys: readonly string[]): string[] => [...new Set(keys)];

/**
 * The keys that customers gained or lost. Whose any other ticket is stays as it is: its keys have the same claimants.
 *
 * @param before - as they were, by id; absent: they are new
 */
export const changedKeys = (before: ReadonlyMap<string, Customer>, after: readonly Customer[]): KeyChange => {
  const changes = after.map((customer) => {
    const [old, now] = [keysOf(before.get(customer.customer_id)), keysOf(customer)];
    const gainedOrLost = (claims: (keys: CustomerKeys) => Claims) =>
      eitherOf(new Set(claims(old).keys()), new Set(claims(now).keys()));
    return {
      customer_ids: eitherOf(old.customerIds, now.customerIds),
      company_ids: gainedOrLost(({ companyIds }) => companyIds).map(idOf),
      emails: gainedOrLost(({ emails }) => emails),
      domains: gainedOrLost(({ domains }) => domains),
    };
  });
  return {
    customer_ids: unique(changes.flatMap(({ customer_ids }) => customer_ids)),
    company_ids: unique(changes.flatMap(({ company_ids }) => company_ids)),
    emails: unique(changes.flatMap(({ emails }) => emails)),
    domains: unique(changes.flatMap(({ domains }) => domains)),
  };
};

/** Whether any ticket can be concerned. */
export const hasChanges = (change: KeyChange): boolean => Object.values(change).some((keys) => keys.length > 0);
