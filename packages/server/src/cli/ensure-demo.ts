import type { Instant } from '@cscx/support-core';
import { DEMO } from '../auth/demo-access.js';
import { seedDemo } from '../demo/seed-demo.js';
import type { SupportStore } from '../store/support-store.js';
import { createProgressBar } from './progress-bar.js';

/** Fills the demo organization unless data have ever come in there completely. */
export const ensureDemo = async (
  store: SupportStore,
  { now, signal }: { now: Instant; signal: AbortSignal },
): Promise<void> => {
  const demo = await store.forOrganization(DEMO).find();
  if (demo?.data_as_of) return;
  const bar = createProgressBar(DEMO);
  try {
    await seedDemo(store, { now, signal, onProgress: bar.update });
  } finally {
    bar.stop();
  }
};
