import * as z from 'zod';
import { ConnectorError } from '../shared/connector-error.js';
import type { SalesforceApi } from './salesforce-api.js';

const describeSchema = z.object({
  fields: z.array(z.object({ name: z.string(), type: z.string().default('string') })),
});

/** The fields of an object that the user may read, and their types, such as `boolean` or `double`. */
export type ObjectFields = ReadonlyMap<string, string>;

/** What an organization has, as far as the user may see it. */
export interface OrgSchema {
  /** Null for an object that is not there or hidden. */
  fields(object: string, signal: AbortSignal | undefined): Promise<ObjectFields | null>;
}

const MISSING: readonly string[] = ['connector_not_found', 'connector_forbidden'];

/** Asks for each object once: one unknown field in a query fails the whole of it. */
export const createOrgSchema = (api: SalesforceApi): OrgSchema => {
  const known = new Map<string, ObjectFields | null>();
  const describe = async (object: string, signal: AbortSignal | undefined): Promise<ObjectFields | null> => {
    const operation = `describe ${object}`;
    try {
      const answer = describeSchema.safeParse(await api.json(`sobjects/${object}/describe`, { operation, signal }));
      if (answer.success) return new Map(answer.data.fields.map(({ name, type }) => [name, type]));
    } catch (error) {
      if (error instanceof ConnectorError && MISSING.includes(error.code)) return null;
      throw error;
    }
    const details = { connector: 'salesforce', operation };
    throw new ConnectorError('connector_bad_response', 'expected the fields of the object', details);
  };
  return {
    async fields(object, signal) {
      if (!known.has(object)) known.set(object, await describe(object, signal));
      return known.get(object) ?? null;
    },
  };
};

/** Those of the names that an object has. */
export const present = (fields: ObjectFields, names: readonly string[]): string[] =>
  names.filter((name) => fields.has(name));
