import type { SupportClient } from '@cscx/support-client';
import { type ReactNode, useMemo } from 'react';
import { createFormat } from '../format/create-format.js';
import { english } from '../messages/english.js';
import type { Theme } from '../theme/theme.js';
import { SupportContext, type SupportContextValue } from './support-context.js';

/** Props of {@link SupportProvider}. */
export interface SupportProviderProps {
  /** From `createSupportClient`; make it once, outside of the component. */
  client: SupportClient;
  /** @default 'auto' */
  theme?: Theme;
  /** BCP 47 tag by which numbers and dates are written. @default 'en' */
  locale?: string;
  /** IANA zone in which periods begin and times are shown. Default: that of the organization and of the browser. */
  timeZone?: string | undefined;
  /** Instant at which time stands still, for tests. Default: the clock runs. */
  now?: string | undefined;
  children: ReactNode;
}

/**
 * Gives widgets the client that loads their data, and the theme, locale and time zone in which they show it. It renders
 * no element of its own.
 *
 * @example
 * <SupportProvider client={client} theme="dark" timeZone="Europe/Berlin">
 *   <SupportOverview csmId="dana" onSelectCustomer={openCustomer} />
 * </SupportProvider>
 */
export function SupportProvider(props: SupportProviderProps): ReactNode {
  const { client, theme = 'auto', locale = 'en', timeZone, now, children } = props;
  const value = useMemo<SupportContextValue>(
    () => ({
      client,
      theme,
      locale,
      timeZone,
      fixedNow: now === undefined ? undefined : Date.parse(now),
      format: createFormat(locale, timeZone),
      messages: english,
    }),
    [client, theme, locale, timeZone, now],
  );
  return <SupportContext.Provider value={value}>{children}</SupportContext.Provider>;
}
