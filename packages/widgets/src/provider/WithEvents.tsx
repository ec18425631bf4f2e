import { type ReactNode, useMemo } from 'react';
import type { CustomerEvents, WidgetEvents } from './drilldown.js';
import { SupportContext, useSupport } from './support-context.js';

interface WithEventsProps extends WidgetEvents, CustomerEvents {
  children: ReactNode;
}

/** Lets a widget's own callbacks stand before those of the provider, for everything in the widget. */
export function WithEvents({ onDrilldown, onAction, onSelectCustomer, children }: WithEventsProps): ReactNode {
  const support = useSupport();
  const value = useMemo(
    () => ({
      ...support,
      onDrilldown: onDrilldown ?? support.onDrilldown,
      onAction: onAction ?? support.onAction,
      onSelectCustomer,
    }),
    [support, onDrilldown, onAction, onSelectCustomer],
  );
  return <SupportContext.Provider value={value}>{children}</SupportContext.Provider>;
}
