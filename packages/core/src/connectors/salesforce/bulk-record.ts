import type { ObjectFields } from './org-schema.js';

const NUMBERS = new Set(['int', 'double', 'currency', 'percent', 'long']);

const valueOf = (text: string, type: string | undefined): unknown => {
  // CSV knows no difference between nothing and an empty text.
  if (text === '') return null;
  if (type === 'boolean') return text === 'true';
  // Whole numbers may come as "4.0".
  return type !== undefined && NUMBERS.has(type) ? Number(text) : text;
};

/** The fields of a case and of its parents, by the name of the relation. */
export type BulkTypes = Readonly<Record<string, ObjectFields | null>>;

/**
 * Makes a row of a bulk result what a query would have given: values of their types, and parents nested.
 *
 * @param types - the case's own fields under `''`
 * @example
 * bulkRecord({ Id: '500…', 'Account.Name': 'Globex' }, types); // { Id: '500…', Account: { Name: 'Globex' } }
 */
export const bulkRecord = (row: Readonly<Record<string, string>>, types: BulkTypes): Record<string, unknown> => {
  const record: Record<string, unknown> = {};
  const parents: Record<string, Record<string, unknown>> = {};
  for (const [column, text] of Object.entries(row)) {
    const dot = column.indexOf('.');
    const relation = dot === -1 ? '' : column.slice(0, dot);
    const name = column.slice(dot + 1);
    const value = valueOf(text, types[relation]?.get(name));
    if (relation === '') record[name] = value;
    else if (value !== null) (parents[relation] ??= {})[name] = value;
  }
  return { ...record, ...parents };
};
