import { Hono } from 'hono';
import { problemResponse } from './problem-response.js';

/** What answers while the database is opened and brought to the newest schema: alive, and not ready for anything. */
export const startingApp = (): Pick<Hono, 'fetch'> => {
  const app = new Hono();
  app.get('/health/live', (c) => c.json({ status: 'live' }, 200, { 'cache-control': 'no-store' }));
  app.all('*', (c) =>
    problemResponse(c, 'not_ready', { detail: 'the database is being opened and brought to the newest schema' }),
  );
  return app;
};
