import type { Format } from '../format/create-format.js';
import type { Messages } from '../messages/messages.js';

/** What shaping needs to turn data into words. */
export interface Words {
  format: Format;
  messages: Messages;
}
