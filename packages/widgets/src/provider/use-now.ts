import { useEffect, useState } from 'react';
import { useSupport } from './support-context.js';

const MINUTE = 60_000;

/** Now in epoch milliseconds, as of the current minute, so that ages and due times stay true on a screen left open. */
export function useNow(): number {
  const { fixedNow } = useSupport();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (fixedNow !== undefined) return undefined;
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, [fixedNow]);
  return fixedNow ?? now;
}
