import type { SupportClient } from '@cscx/support-client';
import { createContext, useContext } from 'react';
import type { Format } from '../format/create-format.js';
import type { Messages } from '../messages/messages.js';
import type { Theme } from '../theme/theme.js';

/** What every widget below a `SupportProvider` shares. */
export interface SupportContextValue {
  client: SupportClient;
  theme: Theme;
  locale: string;
  timeZone: string | undefined;
  /** Epoch milliseconds at which time stands still; undefined: the clock runs. */
  fixedNow: number | undefined;
  format: Format;
  messages: Messages;
}

export const SupportContext = createContext<SupportContextValue | null>(null);

/** Reads what the `SupportProvider` above gives. */
export function useSupport(): SupportContextValue {
  const value = useContext(SupportContext);
  if (value) return value;
  throw new Error('A support widget was rendered outside of <SupportProvider client={…}>.');
}
