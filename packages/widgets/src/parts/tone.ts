import type { Severity } from '@cscx/support-core';

/** What a number or a mark means: colour follows it, but never says anything alone. */
export type Tone = 'bad' | 'warn' | 'good' | 'neutral';

/** The tone in which a severity is drawn. */
export const severityTones: Record<Severity, Tone> = {
  critical: 'bad',
  high: 'bad',
  medium: 'warn',
  low: 'neutral',
};
