import type { SupportStore } from '../store/support-store.js';
import { openTestPostgres } from './open-test-postgres.js';
import { openTestStore } from './open-test-store.js';

/** Opens a store on each engine: tests of the store hold on both. */
export const storeEngines: readonly (readonly [
  name: string,
  open: () => Promise<{ store: SupportStore; stop: () => Promise<void> }>,
])[] = [
  [
    'PGlite',
    async () => {
      const store = await openTestStore();
      return { store, stop: () => store.close() };
    },
  ],
  ['PostgreSQL', openTestPostgres],
];
