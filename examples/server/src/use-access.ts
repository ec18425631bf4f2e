import type { SupportClient } from '@cscx/support-client';
import { useCallback, useMemo, useState } from 'react';
import { createPageClient, keepKey, pastedKey } from './access-key.js';

/** By which key the page reads, and whether the server takes it. */
export interface Access {
  client: SupportClient;
  isDemo: boolean;
  isRefused: boolean;
  /** Reads with another key from now on; null goes back to the demo. */
  openWith: (key: string | null) => void;
}

export const useAccess = (): Access => {
  const [key, setKey] = useState(pastedKey);
  const [isRefused, setIsRefused] = useState(false);
  const client = useMemo(() => createPageClient(key, () => setIsRefused(true)), [key]);
  const openWith = useCallback((next: string | null) => {
    keepKey(next);
    setKey(next);
    setIsRefused(false);
  }, []);
  return { client, isDemo: key === null, isRefused, openWith };
};
