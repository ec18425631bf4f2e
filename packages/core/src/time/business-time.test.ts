import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type BusinessCalendar, WEEK_DAYS } from '../model/business-calendar.js';
import { dueAt, DUE_AT_HORIZON_DAYS, elapsedBusinessTime } from './business-time.js';
import { DAY_MS, HOUR_MS } from './instant.js';
import type { TimeRange } from './time-range.js';

const ZONES = [
  'Africa/Casablanca',
  'America/Havana',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Tehran',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'Europe/Dublin',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Easter',
  'UTC',
];

const seconds = (count: number): number => count * 1000;

/** The same numbers each time, evenly over 0..below. */
const seededRandom = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
};

type Random = ReturnType<typeof seededRandom>;

const wallTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Windows that move onto each other in a night in which clocks are set forward, be it at 0, at 1 or at 2 o'clock. */
const NIGHT: [string, string][] = [
  ['00:15', '00:45'],
  ['01:00', '02:15'],
  ['02:30', '02:45'],
  ['03:00', '04:30'],
];

/** Up to three windows a day, on quarters of an hour. */
const randomWindows = (random: Random): [string, string][] => {
  if (random(3) === 0) return NIGHT;
  const ends = new Set<number>();
  while (ends.size < 2 * random(4)) ends.add(15 * random(97));
  const sorted = [...ends].sort((a, b) => a - b);
  return sorted.flatMap((open, index): [string, string][] => {
    const close = sorted[index + 1];
    return index % 2 === 0 && close !== undefined ? [[wallTime(open), wallTime(close)]] : [];
  });
};

const dateOf = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10);

const randomCalendar = (random: Random, timezone: string, around: number): BusinessCalendar => ({
  timezone,
  weekly: Object.fromEntries([
    ...WEEK_DAYS.map((day) => [day, random(4) === 0 ? [['00:00', '24:00']] : randomWindows(random)] as const),
    ['wed', [['01:15', '24:00']]],
  ]) as BusinessCalendar['weekly'],
  holidays: Array.from({ length: random(3) }, () => dateOf(around + (random(7) - 3) * DAY_MS)),
});

/** A moment of 1990..2037, in two of three cases at the next change of the zone's clocks, if there is one. */
const randomMoment = (random: Random, timezone: string): number => {
  const moment = Date.UTC(1990) + seconds(random((48 * 365 * DAY_MS) / 1000));
  if (random(3) === 0) return moment;
  const next = Temporal.Instant.fromEpochMilliseconds(moment)
    .toZonedDateTimeISO(timezone)
    .getTimeZoneTransition('next');
  return next && next.epochMilliseconds < Date.UTC(2038) ? next.epochMilliseconds : moment;
};

const DAYS_BEFORE = 5;
const DAYS_AFTER = 15;

/** Walks local days and asks Temporal when each window opens and closes; ends by its rule "compatible". */
const windowsAround = ({ timezone, weekly, holidays }: BusinessCalendar, moment: number): TimeRange[] => {
  const midday = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timezone).toPlainDate();
  const at = (date: Temporal.PlainDate, time: string): number => {
    const local = time === '24:00' ? date.add({ days: 1 }).toPlainDateTime() : date.toPlainDateTime(time);
    return local.toZonedDateTime(timezone, { disambiguation: 'compatible' }).epochMilliseconds;
  };
  return Array.from({ length: DAYS_BEFORE + DAYS_AFTER }, (_, index) =>
    midday.add({ days: index - DAYS_BEFORE }),
  ).flatMap((date) => {
    if (holidays.includes(date.toString())) return [];
    const windows = weekly[WEEK_DAYS[date.dayOfWeek - 1] ?? 'mon'] ?? [];
    return windows.map(([open, close]) => ({ from: at(date, open), to: at(date, close) }));
  });
};

const covers = ({ from, to }: TimeRange, at: number): boolean => from <= at && at < to;

/** Cuts a range at every end of a window or a pause, and keeps the pieces that lie in a window and in no pause. */
const runningPieces = (windows: readonly TimeRange[], pauses: readonly TimeRange[], range: TimeRange): TimeRange[] => {
  const ends = [...windows, ...pauses].flatMap(({ from, to }) => [from, to]);
  const cuts = [...ends.filter((end) => range.from < end && end < range.to), range.from, range.to];
  cuts.sort((a, b) => a - b);
  return cuts.flatMap((from, index) => {
    const to = cuts[index + 1];
    const runs = windows.some((each) => covers(each, from)) && !pauses.some((each) => covers(each, from));
    return to !== undefined && from < to && runs ? [{ from, to }] : [];
  });
};

const lengthOf = (pieces: readonly TimeRange[]): number => pieces.reduce((sum, { from, to }) => sum + to - from, 0);

/** The moment at which the pieces have lasted for a target; null where they are too short. */
const momentAfter = (pieces: readonly TimeRange[], target: number): number | null => {
  let left = target;
  for (const { from, to } of pieces) {
    if (to - from >= left) return from + left;
    left -= to - from;
  }
  return null;
};

/** Any second of some days around a moment, often one at or beside the end of a window. */
const momentNear = (random: Random, around: number, windows: readonly TimeRange[]): number => {
  const window = windows[random(windows.length)];
  if (!window || random(2) === 0) return around + seconds(random(6 * 86_400) - 3 * 86_400);
  return (random(2) === 0 ? window.from : window.to) + seconds(random(3) - 1);
};

const randomPauses = (random: Random, around: number, windows: readonly TimeRange[]): TimeRange[] =>
  Array.from({ length: random(4) }, () => {
    const from = momentNear(random, around, windows);
    return { from, to: random(9) === 0 ? from - 1000 : from + seconds(random(86_400)) };
  });

describe('business time', () => {
  it('agrees with a walk over local days by Temporal on 50,000 points around changes of clocks', () => {
    const random = seededRandom(156);
    const differences: unknown[] = [];
    let points = 0;
    for (const timezone of ZONES) {
      for (let scene = 0; scene < 14; scene += 1) {
        const moment = randomMoment(random, timezone);
        const calendar = randomCalendar(random, timezone, moment);
        const windows = windowsAround(calendar, moment);
        const end = moment + (DAYS_AFTER - 3) * DAY_MS;
        for (let point = 0; point < 240; point += 1) {
          const from = Math.min(Math.max(momentNear(random, moment, windows), moment - 3 * DAY_MS), end - DAY_MS);
          const to = Math.min(end, random(2) === 0 ? momentNear(random, moment, windows) : from + seconds(random(3e5)));
          const clock = { calendar, pauses: random(2) === 0 ? [] : randomPauses(random, moment, windows) };
          const near = windows.filter((window) => window.to > from - DAY_MS);
          const pieces = runningPieces(near, clock.pauses, { from, to: end });
          const target = seconds(1 + random(lengthOf(pieces) / 1000));
          const expected = [
            from < to ? lengthOf(runningPieces(near, clock.pauses, { from, to })) : 0,
            momentAfter(pieces, target),
          ];
          const got = [elapsedBusinessTime(clock, { from, to }), pieces.length > 0 ? dueAt(clock, from, target) : null];
          points += 1;
          if (expected.some((value, index) => value !== got[index]))
            differences.push({ clock, from, to, target, expected, got });
        }
      }
    }
    expect(differences.slice(0, 3)).toEqual([]);
    expect(points).toBeGreaterThanOrEqual(50_000);
  });
});

const secondsBetween = (from: string, to: string) =>
  fc.integer({ min: Date.parse(from) / 1000, max: Date.parse(to) / 1000 }).map(seconds);

const moments = secondsBetween('1990-01-01T00:00:00Z', '2037-01-01T00:00:00Z');

const stretches = fc.integer({ min: 0, max: 40 * 86_400 }).map(seconds);

const windows = fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 6 }).map((quarters) => {
  const [a = 0, b = 1, c, d] = quarters.sort((x, y) => x - y).map((quarter) => wallTime(15 * quarter));
  return [[a, b], ...(d === undefined ? [] : [[c, d]])] as [string, string][];
});

const calendars: fc.Arbitrary<BusinessCalendar | null> = fc.option(
  fc.record({
    timezone: fc.constantFrom(...ZONES),
    weekly: fc.record({ mon: windows, tue: windows, sat: windows, sun: windows }, { requiredKeys: ['tue'] }),
    holidays: fc.array(moments.map(dateOf), { maxLength: 3 }),
  }),
  { freq: 5 },
);

/** A clock, a moment, and pauses within some weeks after it. */
const cases = fc.record({ calendar: calendars, from: moments, length: stretches }).chain(({ calendar, from, length }) =>
  fc.record({
    calendar: fc.constant(calendar),
    from: fc.constant(from),
    to: fc.constant(from + length),
    pauses: fc.array(
      fc.tuple(stretches, stretches).map(([after, lasts]) => ({ from: from + after, to: from + after + lasts })),
      { maxLength: 4 },
    ),
  }),
);

describe('elapsedBusinessTime', () => {
  it('is the sum of its parts, wherever the range is split', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 1, noNaN: true }), ({ from, to, ...clock }, share) => {
        const middle = from + Math.floor((share * (to - from)) / 1000) * 1000;
        const parts = [
          elapsedBusinessTime(clock, { from, to: middle }),
          elapsedBusinessTime(clock, { from: middle, to }),
        ];
        expect((parts[0] ?? 0) + (parts[1] ?? 0)).toBe(elapsedBusinessTime(clock, { from, to }));
      }),
    );
  });

  it('is at least 0, never more than the time on the wall, and never more without pauses taken off', () => {
    fc.assert(
      fc.property(cases, ({ from, to, calendar, pauses }) => {
        const net = elapsedBusinessTime({ calendar, pauses }, { from, to });
        const gross = elapsedBusinessTime({ calendar }, { from, to });
        expect(net).toBeGreaterThanOrEqual(0);
        expect(gross).toBeGreaterThanOrEqual(net);
        expect(to - from).toBeGreaterThanOrEqual(gross);
      }),
    );
  });

  it('does not depend on the order of pauses, nor on how often or in how many pieces one is told', () => {
    fc.assert(
      fc.property(cases, ({ from, to, calendar, pauses }) => {
        const pieces = pauses.flatMap((pause) => {
          const middle = pause.from + Math.floor((pause.to - pause.from) / 2000) * 1000;
          return [{ from: middle, to: pause.to }, { from: pause.from, to: middle }, pause];
        });
        const told = elapsedBusinessTime({ calendar, pauses: pieces.toReversed() }, { from, to });
        expect(told).toBe(elapsedBusinessTime({ calendar, pauses }, { from, to }));
      }),
    );
  });

  it('is 0 for a range that is empty or reversed', () => {
    fc.assert(
      fc.property(cases, ({ from, to, ...clock }) => {
        expect(elapsedBusinessTime(clock, { from: to, to: from })).toBe(0);
      }),
    );
  });

  it('counts time once that two windows come to share when an hour is skipped', () => {
    const weekly: BusinessCalendar['weekly'] = {
      sun: [
        ['02:00', '02:45'],
        ['03:00', '04:00'],
      ],
    };
    const [from, to] = [Date.parse('2026-03-29T00:00:00Z'), Date.parse('2026-03-29T12:00:00Z')];
    const calendar = { timezone: 'Europe/Berlin', weekly, holidays: [] };
    expect(elapsedBusinessTime({ calendar }, { from, to })).toBe(HOUR_MS);
  });

  it('reads moments as whole seconds', () => {
    expect(elapsedBusinessTime({ calendar: null }, { from: 999, to: 2999 })).toBe(2000);
    const pauses = [{ from: 1999, to: 2001 }];
    expect(elapsedBusinessTime({ calendar: null, pauses }, { from: 0, to: 5000 })).toBe(4000);
  });
});

describe('dueAt', () => {
  it('is the earliest moment at which the target is used up', () => {
    fc.assert(
      fc.property(cases, stretches, ({ from, to: _, ...clock }, target) => {
        // What takes longer, such as 130 h on a desk of 15 minutes a week, is refused: see below.
        const horizon = from + DUE_AT_HORIZON_DAYS * DAY_MS;
        fc.pre(target > 0 && elapsedBusinessTime(clock, { from, to: horizon }) >= target);
        const due = dueAt(clock, from, target);
        expect(elapsedBusinessTime(clock, { from, to: due })).toBe(target);
        expect(elapsedBusinessTime(clock, { from, to: due - 1000 })).toBe(target - 1000);
      }),
    );
  });

  it('is the closing time today, not the opening time tomorrow', () => {
    const weekly: BusinessCalendar['weekly'] = { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] };
    const monday = Date.parse('2026-11-23T09:00:00Z');
    expect(dueAt({ calendar: { timezone: 'UTC', weekly, holidays: [] } }, monday, 8 * HOUR_MS)).toBe(
      monday + 8 * HOUR_MS,
    );
  });
});

const minuteAWeek: BusinessCalendar = { timezone: 'UTC', weekly: { mon: [['09:00', '09:01']] }, holidays: [] };

const invalidInput = (message: RegExp) =>
  expect.objectContaining({ code: 'invalid_input', message: expect.stringMatching(message) });

describe('refusals', () => {
  it.each<[string, Partial<BusinessCalendar>, RegExp]>([
    ['never opens', { weekly: { mon: [] } }, /^calendar: weekly: expected at least one open window/],
    ['has no days', { weekly: {} }, /^calendar: weekly: expected at least one open window/],
    ['is in no zone', { timezone: 'Mars/Base' }, /^calendar: timezone: expected an IANA time zone/],
    ['is in an offset', { timezone: '+01:00' }, /^calendar: timezone: expected an IANA time zone/],
    [
      'closes before it opens',
      { weekly: { tue: [['17:00', '09:00']] } },
      /^calendar: weekly\.tue\.0: expected the opening/,
    ],
    ['has a wall time that is none', { weekly: { fri: [['9', '17:00']] } }, /^calendar: weekly\.fri\.0\.0: /],
    ['has a holiday that is no date', { holidays: ['2026-02-30'] }, /^calendar: holidays\.0: /],
  ])('name what is wrong with a calendar that %s', (_, part, message) => {
    const calendar = { ...minuteAWeek, ...part };
    expect(() => elapsedBusinessTime({ calendar }, { from: 0, to: 1000 })).toThrow(invalidInput(message));
    expect(() => dueAt({ calendar }, 0, 1000)).toThrow(invalidInput(message));
  });

  it.each([0, -1000, Number.NaN])('meet a target of %s', (target) => {
    expect(() => dueAt({ calendar: null }, 0, target)).toThrow(invalidInput(/target: expected a target above 0/));
  });

  it('meet a target that is not used up within ten years', () => {
    const horizon = DUE_AT_HORIZON_DAYS * DAY_MS;
    const late = invalidInput(/expected the target to be used up within 3653 days/);
    expect(dueAt({ calendar: null }, 0, horizon)).toBe(horizon);
    expect(() => dueAt({ calendar: null }, 0, horizon + 1)).toThrow(late);
    expect(() => dueAt({ calendar: minuteAWeek }, 0, 600 * 60_000)).toThrow(late);
    expect(() => dueAt({ calendar: minuteAWeek }, 0, Infinity)).toThrow(late);
  });

  it('meet a pause without an end, unless the target is used up before it', () => {
    const pauses = [{ from: HOUR_MS, to: Infinity }];
    expect(dueAt({ calendar: null, pauses }, 0, HOUR_MS)).toBe(HOUR_MS);
    for (const calendar of [null, minuteAWeek]) {
      expect(() => dueAt({ calendar, pauses }, 0, HOUR_MS + 1000)).toThrow(invalidInput(/within 3653 days/));
    }
  });
});
