import { salesforceId } from '../../connectors/salesforce/salesforce-id.js';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const base62 = (number: number): string => {
  let text = '';
  for (let rest = number; text.length < 5; rest = Math.floor(rest / 62)) text = (DIGITS[rest % 62] ?? '') + text;
  return text;
};

/** Key prefixes of the kinds of records. */
const PREFIXES = {
  case: '500',
  account: '001',
  contact: '003',
  user: '005',
  queue: '00G',
  milestone: '555',
  history: '017',
  email: '02s',
  comment: '00a',
  subject: '0Ks',
  response: '0Kr',
  answer: '0Kq',
  job: '750',
} as const;

/** A kind of record. */
type RecordKind = keyof typeof PREFIXES;

const known: Partial<Record<RecordKind, Map<number, string>>> = {};

/** The id of the n-th record of a kind; ids are in the order of their numbers. */
export const recordId = (kind: RecordKind, number: number): string => {
  const ids = (known[kind] ??= new Map());
  let id = ids.get(number);
  if (id === undefined) ids.set(number, (id = salesforceId(`${PREFIXES[kind]}dM00000${base62(number)}`) ?? ''));
  return id;
};

/** The number of a record by its id of 15 or 18 characters; -1 for an id of nothing. */
export const recordNumber = (id: string): number => {
  let number = 0;
  for (const digit of id.slice(10, 15)) number = number * 62 + DIGITS.indexOf(digit);
  return id.length >= 15 ? number : -1;
};
