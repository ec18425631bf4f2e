import { CATEGORIES, PRIORITIES, STATUSES } from '../../tickets/ticket-words.ts';
import { WEEKS } from '../../tickets/ticket-period.ts';

let width = 0;

const columns = (count: number): number => {
  const first = width;
  width += count;
  return first;
};

/** Where each counter stands in a customer's row; the lists start there. */
export const STATUS = columns(STATUSES.length);
export const PRIORITY = columns(PRIORITIES.length);
export const CATEGORY = columns(CATEGORIES.length);
export const WEEK = columns(WEEKS);
export const FIRST_RESPONSE_MET = columns(1);
export const FIRST_RESPONSE_BREACHED = columns(1);
export const RESOLUTION_MET = columns(1);
export const RESOLUTION_BREACHED = columns(1);
export const ESCALATIONS = columns(1);
export const CSAT_RESPONSES = columns(1);

/** Counters of one customer. */
export const ROW_WIDTH = width;
