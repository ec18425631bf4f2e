import type { customersRoute } from '@cscx/support-core/api';
import { saveCustomers } from '../customers/save-customers.js';
import type { RouteHandler } from './route-handler.js';

export const putCustomers: RouteHandler<typeof customersRoute> = ({ customers }, { organization, now }) =>
  saveCustomers(organization, customers, { now });
