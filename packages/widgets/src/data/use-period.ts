import { useState } from 'react';

/** How a widget's period is chosen. */
export interface PeriodProps {
  /** The period to show, as the API names it; the host owns it then. */
  period?: string | undefined;
  /** The period to begin with, when the widget owns it. @default 'this_month' */
  defaultPeriod?: string | undefined;
  /** Called when a person chooses another period. */
  onPeriodChange?: ((period: string) => void) | undefined;
}

/**
 * The period in force and the way to change it, which is absent when the host fixed the period without wanting to hear
 * of changes.
 */
export function usePeriod({ period, defaultPeriod = 'this_month', onPeriodChange }: PeriodProps): {
  period: string;
  choosePeriod: ((period: string) => void) | undefined;
} {
  const [own, setOwn] = useState(defaultPeriod);
  if (period !== undefined) return { period, choosePeriod: onPeriodChange };
  return {
    period: own,
    choosePeriod: (next) => {
      setOwn(next);
      onPeriodChange?.(next);
    },
  };
}
