import { HttpResponse } from 'msw';
import type { SoqlCondition, SoqlQuery } from './parse-soql.js';
import { valueAt } from './run-soql.js';
import type { SimulatedRow } from './salesforce-rows.js';
import type { FieldType, SimulatedTable } from './salesforce-tables.js';

/** An error as the REST API answers it: a list. */
export const salesforceError = (
  status: number,
  errorCode: string,
  message: string,
  headers: Record<string, string> = {},
): Response => HttpResponse.json([{ message, errorCode }], { status, headers });

/** The type of a field by its path; undefined for one that is not there. */
const typeAt = ({ fields, parents = {} }: SimulatedTable, path: string): FieldType | undefined => {
  const [relation = '', name] = path.split('.');
  return name === undefined ? fields[relation] : parents[relation]?.[name];
};

const fieldsOf = (condition: SoqlCondition | null): string[] => {
  if (condition === null) return [];
  return 'parts' in condition ? condition.parts.flatMap(fieldsOf) : [condition.field];
};

/** The first field of a query that its object does not have; null: all are there. */
export const unknownField = ({ select, where, order }: SoqlQuery, table: SimulatedTable): string | null => {
  const named = [...(select ?? []), ...fieldsOf(where), ...order.map(({ field }) => field)];
  return named.find((path) => typeAt(table, path) === undefined) ?? null;
};

/** With an offset without a colon. */
const dateText = (ms: number): string => new Date(ms).toISOString().replace('Z', '+0000');

const wireValue = (value: unknown, type: FieldType | undefined): unknown =>
  type === 'datetime' && typeof value === 'number' ? dateText(value) : (value ?? null);

/** How rows of a query are written as JSON: its fields only, parents nested, each with its attributes. */
export const jsonWriter = (
  { object, select }: SoqlQuery,
  table: SimulatedTable,
  version: string,
): ((row: SimulatedRow) => Record<string, unknown>) => {
  const paths = (select ?? []).map((path) => {
    const [relation = '', name] = path.split('.');
    return { path, relation, name, type: typeAt(table, path) };
  });
  return (row) => {
    const url = `/services/data/v${version}/sobjects/${object}/${String(row['Id'])}`;
    const record: Record<string, unknown> = { attributes: { type: object, url } };
    for (const { path, relation, name, type } of paths) {
      if (name === undefined) {
        record[relation] = wireValue(row[relation], type);
        continue;
      }
      if (typeof row[relation] !== 'object' || row[relation] === null) record[relation] = null;
      else {
        const parent = (record[relation] ??= { attributes: { type: relation } }) as Record<string, unknown>;
        parent[name] = wireValue(valueAt(row, path), type);
      }
    }
    return record;
  };
};

const csvCell = (value: unknown, type: FieldType | undefined): string => {
  if (value == null) return '""';
  const isWhole = type === 'double' && typeof value === 'number' && Number.isInteger(value);
  const text = isWhole ? value.toFixed(1) : String(wireValue(value, type));
  return `"${text.replaceAll('"', '""')}"`;
};

/** Rows of a query as CSV: what is nothing is empty, whole numbers have a fraction. */
export const csvOf = ({ select }: SoqlQuery, table: SimulatedTable, rows: readonly SimulatedRow[]): string => {
  const columns = (select ?? []).map((path) => ({ path, type: typeAt(table, path) }));
  const lines = rows.map((row) => columns.map(({ path, type }) => csvCell(valueAt(row, path), type)).join(','));
  return [columns.map(({ path }) => `"${path}"`).join(','), ...lines, ''].join('\n');
};
