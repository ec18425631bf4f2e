import type { SupportClient } from '@cscx/support-client';
import type { OperationsClient } from '@cscx/support-client/operations';
import { createContext, useContext } from 'react';
import type { Format } from '../format/create-format.js';
import type { Messages } from '../messages/messages.js';
import type { Theme } from '../theme/theme.js';
import type { CustomerEvents, WidgetEvents } from './drilldown.js';
import type { Slots } from './slots.js';

/** Loads what widgets show. `SyncStatus` and `UnmatchedTickets` need the calls of the operations client with it. */
export type WidgetsClient = SupportClient & Partial<OperationsClient>;

/** Where an error was caught. */
export interface WidgetErrorDetails {
  /** The widget, by its `data-sw-part`. */
  widget: string;
  /** React's path to the component that failed. */
  componentStack: string;
}

/** What every widget below a `SupportProvider` shares. */
export interface SupportContextValue extends WidgetEvents, CustomerEvents {
  client: WidgetsClient;
  theme: Theme;
  locale: string;
  timeZone: string | undefined;
  /** Epoch milliseconds at which time stands still; undefined: the clock runs. */
  fixedNow: number | undefined;
  format: Format;
  messages: Messages;
  slots: Slots;
  /** For a `<style>` or `<script>` that a part of the host's own renders; the widgets render none. */
  nonce: string | undefined;
  portalContainer: Element | null | undefined;
  /** Milliseconds; false: never. */
  refreshInterval: number | false;
  onError: ((error: unknown, details: WidgetErrorDetails) => void) | undefined;
}

export const SupportContext = createContext<SupportContextValue | null>(null);

/**
 * Reads what the `SupportProvider` above gives: for parts of the host's own that stand among the widgets.
 *
 * @example
 * const { client, format } = useSupport();
 */
export function useSupport(): SupportContextValue {
  const value = useContext(SupportContext);
  if (value) return value;
  throw new Error(
    'A support widget was rendered outside of <SupportProvider client={…}>, or in another copy of @cscx/support-widgets than it.',
  );
}
