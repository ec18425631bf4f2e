import { type Customer, customerSchema } from '../model/customer.js';

/**
 * A valid customer for tests, `acme` unless said otherwise.
 *
 * @example
 * buildCustomer({ customer_id: 'globex', name: 'Globex', csm_id: 'maya' });
 */
export const buildCustomer = (customer: Partial<Customer> & { customer_id?: string } = {}): Customer =>
  customerSchema.parse({ customer_id: 'acme', name: 'Acme Corp', csm_id: null, ...customer });
