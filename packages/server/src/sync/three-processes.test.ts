import { expect, test } from 'vitest';
import { shareConnections } from '../../bench/three-processes/share-connections.ts';
import { startTestPostgres } from '../__fixtures__/start-test-postgres.js';

/** A second of theirs is a quarter of one. */
const SPEED = 4;

test(
  'three processes share connections; those of one that is killed are read by the others within a minute, none by two at once',
  { timeout: 90_000 },
  async () => {
    const { url, stop } = await startTestPostgres();
    const shared = await shareConnections({ url, connections: 40, tickets: 5, speed: SPEED, interval_minutes: 0.75 });
    await stop();
    expect(shared.overlaps).toEqual([]);
    expect(shared.wrong).toEqual([]);
    expect(shared.turns.every((turns) => turns > 0)).toBe(true);
    expect(shared.orphans).toBeGreaterThan(0);
    expect(shared.taken_over_s).toBeLessThan(60);
    expect(shared.inherited).toBeGreaterThanOrEqual(shared.orphans);
  },
);
