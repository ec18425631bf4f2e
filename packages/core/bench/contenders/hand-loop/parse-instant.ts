const ZERO = 48;
const UPPER_T = 84;
const UPPER_Z = 90;

const DAYS_IN_MONTH = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAYS_BEFORE_MONTH = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** What two digits spell; far below 0 where one is no digit. */
const twoDigits = (text: string, at: number): number => {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : -10_000;
};

/** Days since 1970-01-01 of a day between 1970 and 2099, when every fourth year is a leap year. */
const daysSinceEpoch = (year: number, month: number, day: number): number => {
  const leapDay = month > 2 && (year & 3) === 0 ? 1 : 0;
  return 365 * (year - 1970) + ((year - 1969) >> 2) + DAYS_BEFORE_MONTH[month] + leapDay + day - 1;
};

/**
 * Milliseconds since the epoch of an instant such as `2026-11-23T09:30:00Z`, read at fixed positions. Whatever looks
 * otherwise goes to `Date.parse`, which takes five times as long.
 */
export const parseInstant = (text: string): number => {
  if (text.length !== 20 || text.charCodeAt(10) !== UPPER_T || text.charCodeAt(19) !== UPPER_Z) return Date.parse(text);
  const year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  const isDate = year >= 1970 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= DAYS_IN_MONTH[month];
  const isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
  if (!isDate || !isTime) return Date.parse(text);
  return (((daysSinceEpoch(year, month, day) * 24 + hour) * 60 + minute) * 60 + second) * 1000;
};
