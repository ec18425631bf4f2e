import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import { InvalidInputError } from '@cscx/support-core';

const SELF = ["'self'"];

/** A page gets everything from where it came from itself. */
const contentSecurityPolicy = {
  defaultSrc: SELF,
  imgSrc: [...SELF, 'data:'],
  baseUri: ["'none'"],
  formAction: SELF,
  frameAncestors: ["'none'"],
  objectSrc: ["'none'"],
};

/**
 * Makes a handler for a built web page: files below `assets/`, whose names hold their hash, are kept by browsers for
 * ever, and any other path without an extension is a place inside the page.
 *
 * @throws InvalidInputError where the directory holds no index.html
 */
export const createSite = async (directory: string): Promise<Pick<Hono, 'fetch'>> => {
  if (!(await stat(join(directory, 'index.html')).catch(() => undefined))) {
    throw new InvalidInputError('site', [
      { path: directory, message: 'expected an index.html there: build the page first' },
    ]);
  }
  const app = new Hono();
  app.use(compress(), secureHeaders({ contentSecurityPolicy }));
  app.use(async (c, next) => {
    await next();
    const isKept = c.req.path.startsWith('/assets/') && c.res.ok;
    c.header('Cache-Control', isKept ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  app.use(serveStatic({ root: directory }));
  app.get('*', (c, next) =>
    extname(c.req.path) === '' ? serveStatic({ path: join(directory, 'index.html') })(c, next) : next(),
  );
  return app;
};
