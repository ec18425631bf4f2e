import type { SupportStore } from '@cscx/support-server';
import type { Engine } from './engine.ts';

/** Work that is stopped in the middle. */
export interface Scenario {
  name: string;
  /** Goes on with the work, or begins the next, and ends it without notice after a while. Returns whether it hit. */
  crash: (engine: Engine, ms: number) => Promise<boolean>;
  /** Throws unless everything is stored that was acknowledged until now. */
  check: (store: SupportStore) => Promise<void>;
  /** Lets the work come to its end, as a restart does. */
  finish: (engine: Engine) => Promise<void>;
  /** Throws unless the store has exactly what its source has. */
  compare: (store: SupportStore) => Promise<void>;
}
