import type { Customer } from '@cscx/support-core';
import { customerRecord, demoCustomers } from './demo-customers.js';
import type { DemoDeskAccount } from './open-demo-desks.js';

/**
 * The demo's customers as the host product knows them, with the ids by which their support systems do.
 *
 * @param now - milliseconds since the epoch
 */
export const customersOfDesks = (desks: readonly DemoDeskAccount[], now: number): Customer[] =>
  desks.flatMap((desk) =>
    demoCustomers
      .filter((customer) => customer.desk === desk.name)
      .map((customer) => customerRecord(customer, now, desk.companyIdOf(customer))),
  );
