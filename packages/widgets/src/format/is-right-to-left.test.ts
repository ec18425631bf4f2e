import { expect, test } from 'vitest';
import { isRightToLeft } from './is-right-to-left.js';

test('the script of a language decides, also where the tag does not name it', () => {
  expect(['ar', 'he', 'fa', 'ur-PK', 'az-Arab', 'dv'].map(isRightToLeft)).not.toContain(false);
  expect(['en', 'fr', 'ja', 'az', 'ar-Latn'].map(isRightToLeft)).not.toContain(true);
});
