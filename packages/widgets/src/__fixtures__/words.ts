import { createFormat } from '../format/create-format.js';
import { english } from '../messages/en.js';
import type { Words } from '../provider/words.js';

/** English, in UTC. */
export const words: Words = { format: createFormat('en', 'UTC'), messages: english };
