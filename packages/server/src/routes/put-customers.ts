import type { customersRoute } from '@cscx/support-core/api';
import type { RouteHandler } from './route-handler.js';

export const putCustomers: RouteHandler<typeof customersRoute> = () => {
  throw new Error('not there yet');
};
