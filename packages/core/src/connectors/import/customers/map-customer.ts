import { type Customer, customerSchema } from '../../../model/customer.js';
import { instantOf } from '../../../time/instant.js';
import type { Rejection } from '../snapshot/ticket-snapshot.js';
import type { DateReader } from '../values/date-format.js';

/** Names of the columns that a customers file may have; `external_ids` has one for each support system. */
export const CUSTOMER_FIELDS: readonly string[] = Object.keys(customerSchema.shape);

const list = (text: string): string[] =>
  text
    .split(';')
    .map((item) => item.trim())
    .filter(Boolean);

const amount = (text: string): unknown => (/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text);

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** What a field's text becomes before it is checked; what cannot be read stays, for the schema to refuse. */
const FROM_TEXT: Readonly<Partial<Record<keyof Customer, (text: string, dateOf: DateReader) => unknown>>> = {
  domains: list,
  contacts: list,
  arr: amount,
  health_score: amount,
  sla_policy: json,
  thresholds: json,
  churned_at: (text, dateOf) => {
    const moment = dateOf(text);
    return moment === null ? text : instantOf(moment);
  },
};

const isField = (name: string): name is keyof Customer => CUSTOMER_FIELDS.includes(name);

/**
 * Checks one record of a customers file.
 *
 * @param record the record by its column names; `external_ids.zendesk` and the like may be columns of their own
 * @returns the customer; or the first field that is wrong
 */
export const mapCustomer = (record: Readonly<Record<string, unknown>>, dateOf: DateReader): Customer | Rejection => {
  const fields: Record<string, unknown> = { csm_id: null };
  const external_ids: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record)) {
    const text = typeof value === 'string' ? value.trim() : null;
    if (value === null || text === '') continue;
    const system = /^external_ids\.(.+)$/.exec(name)?.[1];
    if (system !== undefined) external_ids[system] = text === null ? value : list(text);
    else if (isField(name)) fields[name] = text === null ? value : (FROM_TEXT[name]?.(text, dateOf) ?? text);
  }
  if (Object.keys(external_ids).length > 0) fields['external_ids'] ??= external_ids;
  const checked = customerSchema.safeParse(fields);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const field = issue?.path.map(String).join('.') ?? '';
  const isMissing = issue?.path.length === 1 && fields[field] === undefined;
  return { field, reason: isMissing ? 'required, but the record has none' : (issue?.message ?? 'expected a customer') };
};
