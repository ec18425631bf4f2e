import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Instant } from '@cscx/support-core';
import { connectionStatusSchema } from '@cscx/support-core/api';
import type { SupportStore } from '../store/support-store.js';
import { connectionState } from '../sync/connection-state.js';

/** What a server counts of itself. */
export interface ServerMetrics {
  /** Times each request. */
  measure: MiddlewareHandler;
  /** Everything in the text format of Prometheus. */
  text: () => Promise<string>;
  contentType: string;
}

const STATES = connectionStatusSchema.shape.state.options;
const DURATION_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const secondsBetween = (from: number, to: number): number => Math.max(0, (to - from) / 1000);

/** One number for each state, 0 included: a line that vanishes looks like one that is fine. */
const setEach = (gauge: Gauge<'state'>, valueOf: (state: string) => number): void => {
  for (const state of STATES) gauge.set({ state }, valueOf(state));
};

/** The pattern of a path and never the path itself, which names customers. */
const routeOf = (c: Parameters<MiddlewareHandler>[0]): string =>
  matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'none';

/**
 * Makes the metrics of one server, in a registry of its own. Of organizations, customers and connections there are
 * numbers alone, no names.
 */
export const createServerMetrics = (
  store: Pick<SupportStore, 'operationFigures'>,
  now: () => Instant,
): ServerMetrics => {
  const registry = new Registry();
  const registers = [registry];
  let isAsked = false;
  const durations = new Histogram({
    name: 'cscx_http_request_duration_seconds',
    help: 'Requests by route and status, and how long they took',
    labelNames: ['method', 'route', 'status'],
    buckets: DURATION_BUCKETS,
    registers,
  });
  const labelNames = ['state'] as const;
  const connections = new Gauge({
    name: 'cscx_connections',
    help: 'Connections to support systems by state',
    labelNames,
    registers,
  });
  const delay = new Gauge({
    name: 'cscx_sync_delay_seconds',
    help: 'How far the connection that is furthest behind its support system is behind it, by state',
    labelNames,
    registers,
  });
  const waiting = new Gauge({
    name: 'cscx_webhook_deliveries_waiting',
    help: 'Webhook deliveries that are to be applied',
    registers,
  });
  const oldest = new Gauge({
    name: 'cscx_webhook_delivery_age_seconds',
    help: 'How long the oldest webhook delivery has been waiting',
    registers,
  });
  const reached = new Gauge({
    name: 'cscx_database_up',
    help: '1 while the database answers; else what depends on it is missing',
    registers,
  });

  const look = async (): Promise<void> => {
    const at = now();
    const figures = await store.operationFigures();
    const known = figures.connections.map(({ data_as_of, last_error_code, last_error_at, ...figure }) => ({
      data_as_of,
      state: connectionState(
        {
          ...figure,
          next_sync_at: figure.next_sync_at?.toISOString() ?? null,
          pull_started_at: figure.pull_started_at?.toISOString() ?? null,
          data_as_of: data_as_of?.toISOString() ?? null,
          last_error:
            last_error_code && last_error_at ? { code: last_error_code, at: last_error_at.toISOString() } : null,
        },
        at,
      ),
    }));
    const of = (state: string) => known.filter((connection) => connection.state === state);
    setEach(connections, (state) => of(state).length);
    setEach(delay, (state) =>
      Math.max(
        0,
        ...of(state).map(({ data_as_of }) => (data_as_of ? secondsBetween(data_as_of.getTime(), Date.parse(at)) : 0)),
      ),
    );
    waiting.set(figures.deliveries_waiting);
    const { oldest_delivery_at } = figures;
    oldest.set(oldest_delivery_at === null ? 0 : secondsBetween(Date.parse(oldest_delivery_at), Date.parse(at)));
  };

  return {
    async measure(c, next) {
      const start = performance.now();
      await next();
      const labels = { method: c.req.method, route: routeOf(c), status: c.res.status };
      durations.observe(labels, secondsBetween(start, performance.now()));
    },
    async text() {
      // It watches the process from then on: who never asks pays nothing.
      if (!isAsked) collectDefaultMetrics({ register: registry });
      isAsked = true;
      try {
        await look();
        reached.set(1);
      } catch {
        for (const gauge of [connections, delay, waiting, oldest]) gauge.reset();
        reached.set(0);
      }
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
};
