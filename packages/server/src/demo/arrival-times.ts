import { instantOfLocal } from '@cscx/support-core';
import type { Chance } from './create-chance.js';
import { customerZone, type DemoCustomer } from './demo-customers.js';
import { DAY_MS, HOUR_MS } from './duration.js';

/** Shares of a week's tickets, Sunday first as `getUTCDay` counts. */
const weekdayShares = [0.02, 0.24, 0.21, 0.19, 0.18, 0.14, 0.02] as const;

/** Which hours of a customer's day tickets come in. */
const hourWeights = { 8: 6, 9: 13, 10: 14, 11: 12, 12: 6, 13: 9, 14: 13, 15: 11, 16: 9, 17: 5, 18: 2 } as const;

/** Between two releases of the product, and from the last one to the demo's now; days. */
const releaseEvery = 42;
const lastReleaseBefore = 19;

/** How many times the ordinary volume comes so many days after a release. */
const releaseBump = (day: number, today: number): number => {
  const since = (((day - today + lastReleaseBefore) % releaseEvery) + releaseEvery) % releaseEvery;
  if (since < 7) return 1.7;
  return since < 14 ? 1.25 : 1;
};

/** Says whether the product was released within the week before a moment. */
export const isAfterRelease = (at: number, now: number): boolean =>
  releaseBump(Math.floor(at / DAY_MS), Math.floor(now / DAY_MS)) > 1.5;

const seasonOf = (date: Date): number => {
  const month = date.getUTCMonth() + 1;
  const day = date.getUTCDate();
  if ((month === 12 && day >= 23) || (month === 1 && day === 1)) return 0.35;
  return month === 7 || month === 8 ? 0.85 : 1;
};

/** Business grows: a year ago came less. */
const growth = (day: number, today: number): number => 1 - (today - day) / 2000;

const localMoment = (chance: Chance, date: Date, zone: string): number =>
  instantOfLocal(
    {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: Number(chance.weighted(hourWeights)),
      minute: Math.floor(chance.between(0, 60)),
      second: Math.floor(chance.between(0, 60)),
    },
    zone,
  );

/**
 * When a customer opens tickets: in its business hours, most on Mondays, few at weekends, fewer in summer and between
 * the years, more after each release of the product.
 *
 * @param range - milliseconds since the epoch; `to` is the demo's now
 */
export const arrivalTimes = (
  chance: Chance,
  customer: DemoCustomer,
  { from, to }: { from: number; to: number },
): number[] => {
  const today = Math.floor(to / DAY_MS);
  const times: number[] = [];
  for (let day = Math.floor(from / DAY_MS); day <= today + 1; day += 1) {
    const date = new Date(day * DAY_MS);
    const share = weekdayShares[date.getUTCDay()] ?? 0;
    const expected = customer.weekly * share * seasonOf(date) * growth(day, today) * releaseBump(day, today);
    for (let left = chance.count(expected); left > 0; left -= 1) {
      times.push(localMoment(chance, date, customerZone(customer)));
    }
  }
  return times.filter((at) => at >= from && at <= to - HOUR_MS / 4).sort((a, b) => a - b);
};
