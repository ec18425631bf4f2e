import { initialSchema } from './0001-initial-schema.js';
import { connections } from './0002-connections.js';
import { operations } from './0003-operations.js';

/** In the order of their names; a published one never changes. */
export const migrations = {
  '0001-initial-schema': initialSchema,
  '0002-connections': connections,
  '0003-operations': operations,
};
