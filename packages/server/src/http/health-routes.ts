import { Hono } from 'hono';
import { NotReadyError } from '../errors/not-ready-error.js';
import type { SupportStore } from '../store/support-store.js';

/** `/live`: the process answers. `/ready`: it can do its work, the database is reached and on the newest schema. */
export const healthRoutes = (store: Pick<SupportStore, 'isMigrated'>): Hono => {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  app.get('/live', (c) => c.json({ status: 'live' }));
  app.get('/ready', async (c) => {
    await assertReady(store);
    return c.json({ status: 'ready' });
  });
  return app;
};

/**
 * Makes a check that asks, once for all who wait, until the answer is yes, and then no more: a schema does not go back.
 *
 * @returns a function that throws NotReadyError as {@link assertReady} does
 */
export const readinessGate = (store: Pick<SupportStore, 'isMigrated'>): (() => Promise<void>) => {
  let asked: Promise<void> | undefined;
  return () => {
    asked ??= assertReady(store).catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
};

/** @throws NotReadyError while the database does not answer or its schema is behind */
const assertReady = async (store: Pick<SupportStore, 'isMigrated'>): Promise<void> => {
  let isMigrated: boolean;
  try {
    isMigrated = await store.isMigrated();
  } catch (cause) {
    throw new NotReadyError('the database does not answer', { cause, isRetryable: true });
  }
  if (!isMigrated) throw new NotReadyError('the database is not on the newest schema: run cscx-support migrate');
};
