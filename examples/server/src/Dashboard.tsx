import { AlertFeed, CustomerDetail, SupportOverview } from '@cscx/support-widgets';
import { type ReactNode, useEffect, useRef } from 'react';
import { usePlace } from './use-place.js';

/** The overview with the alerts beside it, or one customer. */
export function Dashboard(): ReactNode {
  const { place, goTo } = usePlace();
  const { customerId, period } = place;
  const main = useFocusOnArrival(customerId);
  const openCustomer = (id: string): void => goTo({ customerId: id });
  const choosePeriod = (chosen: string): void => goTo({ period: chosen });
  return (
    <main className="page-main" ref={main} tabIndex={-1}>
      {customerId === null ? (
        <div className="page-columns">
          <SupportOverview period={period} onPeriodChange={choosePeriod} onSelectCustomer={openCustomer} />
          <aside className="page-alerts">
            <AlertFeed onSelectCustomer={openCustomer} />
          </aside>
        </div>
      ) : (
        <CustomerDetail
          customerId={customerId}
          period={period}
          onPeriodChange={choosePeriod}
          onBack={() => goTo({ customerId: null })}
        />
      )}
    </main>
  );
}

/** Who comes from another place is put at the top of this one, and so is a screen reader. */
function useFocusOnArrival(place: string | null) {
  const main = useRef<HTMLElement>(null);
  const last = useRef(place);
  useEffect(() => {
    if (last.current === place) return;
    last.current = place;
    globalThis.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [place]);
  return main;
}
