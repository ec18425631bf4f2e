import { alertDesk } from './alert-desk.js';
import { type Answer, portfolioPages } from './answers.js';
import { syncStatus } from './connections.js';
import { busyCustomer } from './metrics.js';
import { unmatchedDesk } from './unmatched-desk.js';

/** An API that has something to say to each widget. */
export function wholeApi(): Answer {
  const [alerts, unmatched] = [alertDesk(), unmatchedDesk()];
  return (request) => {
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/support-metrics')) return portfolioPages(request);
    if (pathname.includes('/alerts')) return alerts(request);
    if (pathname.includes('/unmatched')) return unmatched(request);
    if (pathname.endsWith('/sync')) return Response.json(syncStatus);
    const { customer, tickets } = busyCustomer;
    return Response.json(
      pathname.endsWith('/tickets') ? { tickets, next_cursor: null, data_as_of: customer.data_as_of } : busyCustomer,
    );
  };
}
