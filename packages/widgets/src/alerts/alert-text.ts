import type { SupportAlert } from '@cscx/support-core';
import type { Words } from '../provider/words.js';

/** Title and description of an alert: in the reader's language where the catalogue can word it, else as the API did. */
export const alertText = (alert: SupportAlert, words: Words): Pick<SupportAlert, 'title' | 'description'> =>
  words.messages.fromApi?.alert(alert, words.format) ?? alert;
