import { english } from './english.js';
import type { Messages } from './messages.js';

/** English as far as the widgets in use speak it. */
export const spokenEnglish = { ...english } as Messages;

/** Adds the section of a widget where that widget is defined, so that a host of one widget does not load the words of all. */
export function speaks(section: Partial<Messages>): void {
  Object.assign(spokenEnglish, section);
}
