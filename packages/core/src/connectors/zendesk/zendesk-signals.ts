import type { Signals } from '../shared/signal-rules.js';
import type { ZendeskSettings } from './zendesk-options.js';
import type { ZendeskTicketPayload } from './zendesk-payload.js';
import type { Sideloads } from './zendesk-sideloads.js';

const FIELD = /^field:(\d+)$/;

/** The value of a custom field as text; several for a multi-select. */
export const fieldText = (value: unknown): string | string[] | null => {
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.filter((entry) => typeof entry === 'string');
  return null;
};

/** Values of a ticket's custom fields by id, of those that a connection asks for. */
export type FieldValues = ReadonlyMap<string, string | string[] | null>;

/** Makes the reader of those custom fields that the settings name; an account may have hundreds. */
export const createFieldReader = (settings: ZendeskSettings): ((ticket: ZendeskTicketPayload) => FieldValues) => {
  const rules = [...settings.escalation_rules, ...settings.category_rules];
  const named = rules.flatMap(({ when }) => when.map(({ field }) => FIELD.exec(field)?.[1]));
  const wanted = new Set([settings.category_field, settings.customer_field, ...named]);
  return ({ custom_fields }) => {
    const values = new Map<string, string | string[] | null>();
    for (const field of custom_fields ?? []) {
      if (typeof field !== 'object' || field === null) continue;
      const id = String(Reflect.get(field, 'id'));
      if (wanted.has(id)) values.set(id, fieldText(Reflect.get(field, 'value')));
    }
    return values;
  };
};

const idText = (id: string | number | null | undefined): string | null => (id == null ? null : String(id));

/** What rules may look at. */
export const signalsOf = (ticket: ZendeskTicketPayload, { groups }: Sideloads, fields: FieldValues): Signals => {
  const groupId = idText(ticket.group_id);
  const channel = ticket.via?.channel;
  const signals: Record<string, string | readonly string[] | null> = {
    tags: ticket.tags ?? null,
    status: ticket.status,
    priority: ticket.priority ?? null,
    type: ticket.type ?? null,
    group: groupId === null ? null : [groupId, groups.get(groupId) ?? ''],
    brand: idText(ticket.brand_id),
    channel: typeof channel === 'string' ? channel : null,
  };
  for (const [id, value] of fields) signals[`field:${id}`] = value;
  return signals;
};
