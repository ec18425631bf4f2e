import { describe, expect, test } from 'vitest';
import { isBlocking, nextAlertsAt, nextSyncAt, pollDelay, type TurnEnd } from './schedule.js';

const NOW = '2026-11-23T09:00:30.000Z';
const options = { now: NOW, claimed_at: '2026-11-23T09:00:00.000Z', interval_ms: 300_000 };

/** The earliest and the latest that chance can make of it, in seconds after now. */
const range = (end: TurnEnd, given: Partial<typeof options> = {}): [number, number] => {
  const seconds = (random: number) =>
    (Date.parse(nextSyncAt(end, { ...options, ...given, random: () => random })) - Date.parse(NOW)) / 1000;
  return [seconds(0), seconds(1)];
};
const failed = (failures: number, code = 'connector_unavailable', retry_at?: number): TurnEnd => ({
  kind: 'failed',
  code,
  failures,
  retry_at,
});

describe('when a connection is due again', () => {
  test('after it caught up: 4 to 5 minutes after it began', () => {
    expect(range({ kind: 'caught_up' })).toEqual([210, 270]);
  });

  test('after a sync that took longer than that: at once', () => {
    expect(range({ kind: 'caught_up' }, { claimed_at: '2026-11-23T08:00:00.000Z' })).toEqual([0, 0]);
  });

  test('when it made room for others: at once, behind those that wait', () => {
    expect(range({ kind: 'gave_way' })).toEqual([0, 0]);
  });

  test('after failures: twice as long each time, from 30 seconds to 15 minutes', () => {
    expect(range(failed(1))).toEqual([15, 30]);
    expect(range(failed(2))).toEqual([30, 60]);
    expect(range(failed(5))).toEqual([240, 480]);
    expect(range(failed(6))).toEqual([450, 900]);
    expect(range(failed(2000))).toEqual([450, 900]);
  });

  test('no earlier than the support system asks for', () => {
    expect(range(failed(1, 'connector_rate_limited', Date.parse(NOW) + 3_600_000))).toEqual([3600, 3600]);
    expect(range(failed(1, 'connector_rate_limited', Date.parse(NOW) + 1000))).toEqual([15, 30]);
  });

  test.each(['connector_unauthorized', 'connector_forbidden', 'connector_not_found', 'connector_refused'])(
    'after %s: in about six hours, since a person has to act',
    (code) => {
      expect(isBlocking(code)).toBe(true);
      expect(range(failed(1, code))).toEqual([5.4 * 3600, 6 * 3600]);
    },
  );
});

test('alerts are evaluated again within 5 minutes, a look for work included', () => {
  const latest = Date.parse(nextAlertsAt({ now: NOW, random: () => 1 })) - Date.parse(NOW) + pollDelay(() => 1);
  expect(latest).toBeLessThan(300_000);
  expect(nextAlertsAt({ now: NOW, random: () => 0 })).toBe('2026-11-23T09:04:06.000Z');
});
