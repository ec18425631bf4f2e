import { momentOfText } from '../shared/moments.js';

/** How Salesforce writes all its times. */
const isUsual = (text: string): boolean => text.length === 28 && text.endsWith('.000+0000');

/**
 * Milliseconds since the epoch of a time as Salesforce writes it, by the quick way; what is written otherwise goes by the
 * common one.
 *
 * @returns null for what is no time
 * @example
 * salesforceMoment('2026-05-01T07:25:37.000+0000');
 */
export const salesforceMoment = (text: string | null | undefined): number | null =>
  momentOfText(text != null && isUsual(text) ? `${text.slice(0, 19)}Z` : text);
