import type { SlaSummary } from '@cscx/support-core';
import type { IconName } from '../parts/AnyIcon.js';
import type { Tone } from '../parts/tone.js';

/** How a trend against the period before is drawn, where more is better. */
export const trendLooks: Record<SlaSummary['resolution_trend'], { tone: Tone; icon: IconName }> = {
  improving: { tone: 'good', icon: 'up' },
  stable: { tone: 'neutral', icon: 'flat' },
  declining: { tone: 'bad', icon: 'down' },
  insufficient_data: { tone: 'neutral', icon: 'dash' },
};
