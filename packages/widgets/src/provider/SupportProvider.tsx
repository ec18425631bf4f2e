import { type ReactNode, useEffect, useMemo } from 'react';
import { createFormat } from '../format/create-format.js';
import type { Messages } from '../messages/messages.js';
import { spokenEnglish } from '../messages/spoken-english.js';
import type { Theme } from '../theme/theme.js';
import type { WidgetEvents } from './drilldown.js';
import type { Slots } from './slots.js';
import {
  SupportContext,
  type SupportContextValue,
  type WidgetErrorDetails,
  type WidgetsClient,
} from './support-context.js';
import { warnOfCopies } from './warn-of-copies.js';

/** Props of {@link SupportProvider}. */
export interface SupportProviderProps extends WidgetEvents {
  /**
   * From `createSupportClient`; make it once, outside of the component. With `SyncStatus` or `UnmatchedTickets`:
   * `{ ...createSupportClient(options), ...createOperationsClient(options) }`.
   */
  client: WidgetsClient;
  /** @default 'auto' */
  theme?: Theme | undefined;
  /** The words, from `@cscx/support-widgets/messages/fr` and its neighbours. Default: English. */
  messages?: Messages | undefined;
  /** BCP 47 tag by which numbers and dates are written. Default: the language of `messages`. */
  locale?: string | undefined;
  /** IANA zone in which periods begin and times are shown. Default: that of the organization and of the browser. */
  timeZone?: string | undefined;
  /** Parts that the host draws itself; make it once, outside of the component. */
  slots?: Slots | undefined;
  /** For `<style>` and `<script>` of the host's own parts, which find it with `useSupport`. The widgets render none. */
  nonce?: string | undefined;
  /** Where explanations and menus are put. Default: in the widget; they lie above everything either way. */
  portalContainer?: Element | null | undefined;
  /** Milliseconds after which data is loaded anew while it can be seen; `false`: never. @default 60_000 */
  refreshInterval?: number | false | undefined;
  /** Told of every error that a widget caught while rendering; the widget shows a notice. */
  onError?: ((error: unknown, details: WidgetErrorDetails) => void) | undefined;
  /** Instant at which time stands still, for tests. Default: the clock runs. */
  now?: string | undefined;
  children: ReactNode;
}

const NO_SLOTS: Slots = {};
const EVERY_MINUTE = 60_000;

/**
 * Gives widgets the client that loads their data, and how they look, speak and behave. It renders no element of its own.
 *
 * @example
 * <SupportProvider client={client} theme="dark" timeZone="Europe/Berlin" onDrilldown={open}>
 *   <SupportOverview csmId="dana" />
 * </SupportProvider>
 */
export function SupportProvider(props: SupportProviderProps): ReactNode {
  const { client, theme = 'auto', messages = spokenEnglish, locale = messages.language, timeZone, now } = props;
  const { slots = NO_SLOTS, nonce, portalContainer, refreshInterval = EVERY_MINUTE, children } = props;
  const { onDrilldown, onAction, onError } = props;
  useEffect(warnOfCopies, []);
  const value = useMemo<SupportContextValue>(
    () => ({
      client,
      theme,
      locale,
      timeZone,
      fixedNow: now === undefined ? undefined : Date.parse(now),
      format: createFormat(locale, timeZone),
      messages,
      slots,
      nonce,
      portalContainer,
      refreshInterval,
      onDrilldown,
      onAction,
      onError,
    }),
    [
      client,
      theme,
      locale,
      timeZone,
      now,
      messages,
      slots,
      nonce,
      portalContainer,
      refreshInterval,
      onDrilldown,
      onAction,
      onError,
    ],
  );
  return <SupportContext.Provider value={value}>{children}</SupportContext.Provider>;
}
