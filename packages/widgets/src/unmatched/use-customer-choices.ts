import { useCallback, useEffect, useRef, useState } from 'react';
import { useSupport } from '../provider/support-context.js';
import type { CustomerChoice } from './customer-choices.js';

/** The customers that tickets can be linked to, as far as they are at hand. */
export interface CustomerChoices {
  items: readonly CustomerChoice[];
  /** They are on their way. */
  isLoading?: boolean | undefined;
  /** They could not be loaded; `load` tries again. */
  hasFailed?: boolean | undefined;
  /** Called whenever a person is about to choose; absent where they are at hand. */
  load?: (() => void) | undefined;
}

const PAGE_SIZE = 500;
const MOST_CUSTOMERS = 10_000;

interface Held extends CustomerChoices {
  /** All of them are there. */
  isComplete: boolean;
}

const NOTHING: Held = { items: [], isComplete: false };

/** Loads all customers by name when the first one is to be chosen, and keeps them. */
export function useCustomerChoices(): CustomerChoices {
  const { client } = useSupport();
  const [held, setHeld] = useState(NOTHING);
  const call = useRef<AbortController>(undefined);
  useEffect(() => {
    setHeld(NOTHING);
    return () => call.current?.abort();
  }, [client]);

  const load = useCallback(() => {
    if (held.isComplete || held.isLoading) return;
    const { signal } = (call.current = new AbortController());
    const loadAll = async (): Promise<void> => {
      let items: readonly CustomerChoice[] = [];
      let cursor: string | undefined;
      do {
        // Each page needs the cursor of the one before.
        const page = await client.getPortfolio({ sort: 'customer_name', limit: PAGE_SIZE, cursor }, { signal });
        items = [...items, ...page.customers];
        cursor = page.next_cursor ?? undefined;
        if (!signal.aborted) setHeld({ items, isLoading: cursor !== undefined, isComplete: cursor === undefined });
      } while (cursor !== undefined && items.length < MOST_CUSTOMERS);
      if (!signal.aborted) setHeld({ items, isComplete: true });
    };
    setHeld({ ...NOTHING, isLoading: true });
    loadAll().catch(() => {
      if (!signal.aborted) setHeld((last) => ({ ...last, isLoading: false, hasFailed: true }));
    });
  }, [client, held]);

  return { ...held, load };
}
