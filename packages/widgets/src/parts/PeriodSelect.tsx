import type { ReactNode } from 'react';
import { englishPeriods } from '../messages/english-periods.js';
import { speaks } from '../messages/spoken-english.js';
import { useSupport } from '../provider/support-context.js';
import { Select } from './Select.js';

speaks(englishPeriods);

interface PeriodSelectProps {
  period: string;
  /** Absent: the host has fixed the period, which is then no choice. */
  onChoose: ((period: string) => void) | undefined;
}

/** Which period the numbers are of. A period without a name of its own, such as `2026-W47`, is listed as it is. */
export function PeriodSelect({ period, onChoose }: PeriodSelectProps): ReactNode {
  const { messages } = useSupport();
  if (!onChoose) return <p className="sw-period">{messages.periods[period] ?? period}</p>;
  const named = Object.entries(messages.periods).map(([value, label]) => ({ value, label }));
  const options = period in messages.periods ? named : [...named, { value: period, label: period }];
  return <Select label={messages.period} value={period} options={options} onChange={onChoose} />;
}
