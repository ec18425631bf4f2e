import { InvalidInputError } from '../../../errors/invalid-input-error.js';
import { describeInputIssues } from './describe-input-issues.js';
import { importMappingJsonSchema } from './import-mapping-json-schema.js';
import { type ImportMapping, importMappingSchema } from './import-mapping.js';

const isObject = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null;

/** The keys that the mapping knows at a path, read from its JSON Schema; a list's items share one. */
const keysAt = (path: readonly PropertyKey[]): string[] => {
  let schema: unknown = importMappingJsonSchema;
  for (const key of path) {
    if (!isObject(schema)) return [];
    const properties = schema['properties'];
    schema = typeof key === 'number' ? schema['items'] : isObject(properties) ? properties[key] : undefined;
  }
  return isObject(schema) && isObject(schema['properties']) ? Object.keys(schema['properties']) : [];
};

/**
 * Checks a mapping, strictly: an unknown key is an error, so that a typing mistake is not silently
 * a missing field.
 *
 * @param json the parsed content of a mapping file
 * @returns the mapping with its defaults filled in
 * @throws {InvalidInputError} naming every bad path, such as `columns.statsu`
 * @example
 * const mapping = parseImportMapping({
 *   version: 1,
 *   mode: 'tickets',
 *   instance: 'acme-desk',
 *   columns: { external_id: 'Ticket', created_at: 'Opened', status: 'State' },
 * });
 */
export const parseImportMapping = (json: unknown): ImportMapping => {
  const checked = importMappingSchema.safeParse(json);
  if (checked.success) return checked.data;
  throw new InvalidInputError('import mapping', describeInputIssues(checked.error, keysAt));
};
