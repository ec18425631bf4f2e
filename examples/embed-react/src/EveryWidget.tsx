import {
  AlertFeed,
  CsatTrend,
  CustomerDetail,
  EscalationTimeline,
  OpenTicketsTable,
  SlaPerformance,
  SupportOverview,
  SyncStatus,
  TeamOverview,
  TicketVolumeTrend,
  TopCategories,
  UnmatchedTickets,
} from '@cscx/support-widgets';
import { type ReactNode, useId, useState } from 'react';

/** Each widget on its own, as in a gallery. */
export function EveryWidget(): ReactNode {
  const inputId = useId();
  const [customerId, setCustomerId] = useState('acme-corp');
  return (
    <div className="grid gap-10">
      <form className="flex items-center gap-3 text-sm" onSubmit={(event) => event.preventDefault()}>
        <label htmlFor={inputId}>Customer</label>
        <input
          id={inputId}
          className="rounded-md border border-slate-300 bg-transparent px-2 py-1 dark:border-slate-700"
          defaultValue={customerId}
          onBlur={(event) => setCustomerId(event.target.value)}
        />
      </form>
      <SupportOverview />
      <TeamOverview />
      <AlertFeed />
      <CustomerDetail customerId={customerId} />
      <OpenTicketsTable customerId={customerId} />
      <SlaPerformance customerId={customerId} />
      <CsatTrend customerId={customerId} />
      <TicketVolumeTrend customerId={customerId} />
      <TopCategories customerId={customerId} />
      <EscalationTimeline customerId={customerId} />
      <UnmatchedTickets />
      <SyncStatus />
    </div>
  );
}
