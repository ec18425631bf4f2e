import { sql, type RawBuilder } from 'kysely';
import type { ApiRequest, customerTicketsRoute } from '@cscx/support-core/api';
import type { TicketRecord } from '@cscx/support-core';
import type { SupportDatabase } from './database.js';
import { ticketRecordColumns, toTicketRecord, type TicketRecordRow } from './ticket-record.js';
import { isOfVisibleCustomer, type VisibleCustomers } from './visible-customers.js';

type TicketQuery = ApiRequest<typeof customerTicketsRoute>;

/** Where in a sorted list a page starts: the sort keys of the ticket before it, its id last. */
export type TicketPosition = (string | number)[];

/** Which tickets of a customer, and in which order. */
export interface TicketSelection extends Pick<TicketQuery, 'status' | 'priority' | 'category' | 'q'> {
  sort: NonNullable<TicketQuery['sort']>;
  /** Besides the unresolved ones, only tickets created or resolved in it; end exclusive. */
  within?: { start: string; end: string } | undefined;
}

/** A ticket and where it stands in the list. */
export interface PagedTicket {
  ticket: TicketRecord;
  position: TicketPosition;
}

const unresolved = sql`status in ('open', 'pending')`;
/** As calculators take it: some sources tell of the closing only, or of neither. */
const resolvedAt = sql`coalesce(resolved_at, (document->>'closed_at')::timestamptz, source_updated_at)`;
const created = sql`extract(epoch from created_at)::float8`;
const urgency = sql`array_position(array['low', 'medium', 'high', 'critical'], priority)`;

/** Sort keys, all ascending, so that one row comparison finds the next page. */
const sortKeys: Record<TicketSelection['sort'], RawBuilder<unknown>[]> = {
  default: [
    sql`(case when ${unresolved} then 0 else 1 end)`,
    sql`(case when ${unresolved} then ${created} else -${created} end)`,
  ],
  created_at: [created],
  '-created_at': [sql`-${created}`],
  priority: [urgency, sql`-${created}`],
  '-priority': [sql`-${urgency}`, sql`-${created}`],
};

const escapeLike = (word: string): string => word.replace(/[\\%_]/g, String.raw`\$&`);

/** Every word has to occur, in the subject or in the support system's id or number. */
const containsWords = (q: string): RawBuilder<boolean>[] =>
  q
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const pattern = `%${escapeLike(word)}%`;
      return sql<boolean>`(document->>'subject' ilike ${pattern} or document->>'external_id' ilike ${pattern}
        or document->>'external_number' ilike ${pattern})`;
    });

const conditions = (selection: TicketSelection): RawBuilder<boolean>[] => {
  const { status, priority, category, q, within } = selection;
  return [
    ...(status ? [sql<boolean>`status = ${status}`] : []),
    ...(priority ? [sql<boolean>`priority = ${priority}`] : []),
    ...(category ? [sql<boolean>`category = ${category}`] : []),
    ...(q ? containsWords(q) : []),
    ...(within
      ? [
          sql<boolean>`(${unresolved}
            or (created_at >= ${within.start} and created_at < ${within.end})
            or (${resolvedAt} >= ${within.start} and ${resolvedAt} < ${within.end}))`,
        ]
      : []),
  ];
};

/** Whose tickets, as far as they are seen. */
interface TicketOwner {
  organization_id: string;
  customer_id: string;
  visible: VisibleCustomers | undefined;
}

/** One page of one customer's tickets. */
export const readTicketPage = async (
  db: SupportDatabase,
  { organization_id, customer_id, visible }: TicketOwner,
  selection: TicketSelection & { after?: TicketPosition | undefined; limit: number },
): Promise<PagedTicket[]> => {
  const keys = [...sortKeys[selection.sort], sql`ticket_id`];
  const key = sql.join(keys);
  const where = conditions(selection);
  if (selection.after) where.push(sql<boolean>`(${key}) > (${sql.join(selection.after)})`);
  const { rows } = await sql<TicketRecordRow & { position: TicketPosition }>`
    select ${ticketRecordColumns(organization_id)}, jsonb_build_array(${key}) as position
    from tickets
    where ${sql.join(
      [
        sql`organization_id = ${organization_id}`,
        sql`customer_id = ${customer_id}`,
        isOfVisibleCustomer(organization_id, visible),
        sql`removed_reason is null`,
        ...where,
      ],
      sql` and `,
    )}
    order by ${key}
    limit ${selection.limit}`.execute(db);
  return rows.map(({ position, ...row }) => ({ ticket: toTicketRecord(row), position }));
};

/** Whether a position read from a cursor fits the sort: as many keys, of the same types. */
export const isTicketPosition = (position: TicketPosition, sort: TicketSelection['sort']): boolean =>
  position.length === sortKeys[sort].length + 1 &&
  position.every((key, index) => typeof key === (index < position.length - 1 ? 'number' : 'string'));
