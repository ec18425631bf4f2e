import type { CustomerSupportSummary } from '@cscx/support-core';
import type { portfolioRoute } from '@cscx/support-core/api';
import type { z } from 'zod';

/** How a portfolio is sorted. */
export type CustomerSort = z.output<(typeof portfolioRoute)['query']>['sort'];

/** Where a customer stands in a sorted portfolio. */
export type CustomerPosition = [value: string | number | null, customer_id: string];

const isDescending = (sort: CustomerSort): boolean => sort.startsWith('-');

export const positionOf = (customer: CustomerSupportSummary, sort: CustomerSort): CustomerPosition => {
  const { attention, ...fields } = customer;
  const values: Record<string, unknown> = { ...fields, attention: attention.score };
  const value = values[isDescending(sort) ? sort.slice(1) : sort];
  return [typeof value === 'number' || typeof value === 'string' ? value : null, customer.customer_id];
};

const compareValues = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en');

/** Orders positions; what is not known comes last in either direction, and equals are ordered by id. */
export const comparePositions =
  (sort: CustomerSort) =>
  ([a, idA]: CustomerPosition, [b, idB]: CustomerPosition): number => {
    const byId = idA < idB ? -1 : Number(idA > idB);
    if (a === null || b === null) return Number(a === null) - Number(b === null) || byId;
    return (isDescending(sort) ? compareValues(b, a) : compareValues(a, b)) || byId;
  };
