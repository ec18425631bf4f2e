import type { Customer } from '@cscx/support-core';
import { NotFoundError } from '../errors/not-found-error.js';
import type { OrganizationStore } from '../store/organization-store.js';

/** @throws NotFoundError where this organization has no such customer; whether another has one is not told */
export const findCustomer = async (organization: OrganizationStore, customerId: string): Promise<Customer> => {
  const customer = await organization.customers.find(customerId);
  if (!customer) throw new NotFoundError('no customer of that id');
  return customer;
};
