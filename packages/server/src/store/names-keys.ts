import { type RawBuilder, sql } from 'kysely';

/** Keys that came, went or changed hands, as matching compares them. */
export interface KeyChange {
  /** These very tickets, besides. */
  ticket_ids?: readonly string[];
  customer_ids?: readonly string[];
  /** Of all support systems together. */
  company_ids?: readonly string[];
  emails?: readonly string[];
  domains?: readonly string[];
}

/** Beyond so many, comparing each ticket with them is more work than matching all of them. */
const MAX_DOMAINS = 100;

/**
 * What may be compared as it is: printable ASCII without blanks. Anything else is taken along, so that the database need
 * not know how blanks are cut off, what lower case is in every script, or how a domain is put into the letters of DNS.
 */
const isPlain = (text: RawBuilder<unknown>): RawBuilder<boolean> => sql`${text} collate "C" ~ '^[!-~]*$'`;

const isOneOf = (text: RawBuilder<unknown>, keys: readonly string[]): RawBuilder<boolean> =>
  sql`(${text} = any(${keys}::text[]) or not ${isPlain(text)})`;

const companyId = sql`(company->>'id')`;
const email = sql`lower(document->>'requester_email' collate "C")`;

const PLAIN_HOST = /^[a-z0-9._-]+$/;

/** An address at one of the hosts or below, or one that may be written otherwise: one look at each ticket. */
const isAtOrBelow = (hosts: readonly string[]): RawBuilder<boolean> => {
  if (hosts.length > MAX_DOMAINS || !hosts.every((host) => PLAIN_HOST.test(host))) {
    return sql`document->>'requester_email' is not null`;
  }
  const names = hosts.map((host) => host.replaceAll('.', '[.]')).join('|');
  return sql`${email} collate "C" ~ ${`[^a-z0-9@.+_-]|[@.](${names})[.]*$`}`;
};

/** A condition that holds for every ticket that has one of the keys, and for some others. */
export const namesKeys = ({
  ticket_ids = [],
  customer_ids = [],
  company_ids = [],
  emails = [],
  domains = [],
}: KeyChange): RawBuilder<boolean> => {
  const conditions = [
    ...(ticket_ids.length > 0 ? [sql`ticket_id = any(${ticket_ids}::text[])`] : []),
    ...(customer_ids.length > 0
      ? [
          isOneOf(sql`(company->>'external_id')`, customer_ids),
          isOneOf(sql`(company->>'custom_field')`, customer_ids),
          sql`unmatched_reason = 'unknown_link'`,
        ]
      : []),
    ...(company_ids.length > 0 ? [isOneOf(companyId, company_ids)] : []),
    ...(emails.length > 0 ? [isOneOf(email, emails)] : []),
    ...(domains.length > 0 ? [isAtOrBelow(domains)] : []),
  ];
  return conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`;
};
