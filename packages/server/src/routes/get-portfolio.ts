import { z } from 'zod';
import type { CustomerSupportSummary } from '@cscx/support-core';
import type { portfolioRoute } from '@cscx/support-core/api';
import { readCursor, writeCursor } from '../http/cursor.js';
import { portfolioReport } from '../reports/portfolio-report.js';
import { comparePositions, type CustomerPosition, positionOf } from './customer-order.js';
import { reportOptionsOf } from './report-options-of.js';
import { ALERTS_SHOWN, type RouteHandler } from './route-handler.js';

type PortfolioQuery = z.output<(typeof portfolioRoute)['query']>;

const positionSchema: z.ZodType<CustomerPosition> = z.tuple([z.union([z.string(), z.number(), z.null()]), z.string()]);

/** Totals stay those of all customers: these filters choose lines. */
const isSelected =
  ({ min_tickets = 0, max_csat = Infinity }: PortfolioQuery) =>
  ({ total_tickets, avg_csat }: CustomerSupportSummary): boolean =>
    total_tickets >= min_tickets && (max_csat === Infinity || (avg_csat !== null && avg_csat <= max_csat));

const pageOf = (customers: readonly CustomerSupportSummary[], query: PortfolioQuery, organization_id: string) => {
  const { cursor, limit, ...selection } = query;
  const list = { route: 'portfolio', organization_id, ...selection };
  const after = cursor === undefined ? undefined : readCursor(cursor, positionSchema, () => list);
  const compare = comparePositions(query.sort);
  const rest = customers
    .map((customer) => ({ customer, position: positionOf(customer, query.sort) }))
    .filter(({ position }) => after === undefined || compare(position, after) > 0)
    .sort((a, b) => compare(a.position, b.position));
  const page = rest.slice(0, limit);
  const last = rest.length > limit ? page.at(-1) : undefined;
  return {
    customers: page.map(({ customer }) => customer),
    next_cursor: last ? writeCursor(list, last.position) : null,
  };
};

export const getPortfolio: RouteHandler<typeof portfolioRoute> = async (query, { organization, ...context }) => {
  const options = reportOptionsOf(query, context);
  const { csm_id } = query;
  const [{ summary, customers }, alerts] = await Promise.all([
    organization.customers.list({ csm_id }).then((listed) => portfolioReport(organization, listed, options)),
    organization.alerts.page({ csm_id, standing: true, limit: ALERTS_SHOWN, now: context.now }),
  ]);
  return { summary, ...pageOf(customers.filter(isSelected(query)), query, organization.organization_id), alerts };
};
