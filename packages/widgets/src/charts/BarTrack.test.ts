import { expect, test } from 'vitest';
import { barWidth } from './BarTrack.js';

test('nothing has no bar, and whatever is more can be seen', () => {
  expect([0, 0.01, 1.5, 40, 100].map(barWidth)).toEqual(['0%', '1.5%', '1.5%', '40%', '100%']);
});
