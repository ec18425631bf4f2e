import * as z from 'zod';
import { instantSchema } from '../../model/instant.js';
import type { Capability, ConnectorPage } from '../connector.js';
import { ConnectorError } from '../shared/connector-error.js';
import { emptyPage } from '../shared/page.js';
import type { PullStream } from '../shared/pull-streams.js';
import type { CaseReader } from './case-reader.js';
import { salesforceId } from './salesforce-id.js';
import { rewind, serverInstant } from './server-time.js';
import { walkPositionSchema, walkRecords } from './walk-records.js';

/** Objects whose changes leave the case's own stamp alone. */
export interface CaseCompanion {
  name: string;
  capability: Capability;
  object: string;
  /** Field of the object by which its cases are found. */
  linkField: string;
  where?: readonly string[];
  /** Ids of cases behind the values of `linkField`; without it they are the ids. */
  casesOf?: (links: readonly string[], reader: CaseReader) => Promise<string[]>;
  /** What a person has to do where the object is not there; null: nothing is lost without it. */
  absence: string | null;
}

const CASE_PREFIX = '500';

/** An object that is not there, or hidden, costs one capability. */
export const requireObject = async (
  { schema, signal }: CaseReader,
  { object, absence }: { object: string; absence: string },
): Promise<void> => {
  if (await schema.fields(object, signal)) return;
  const details = { connector: 'salesforce', operation: `describe ${object}` };
  throw new ConnectorError('connector_not_found', absence, details);
};

/** The ids of cases among the values of a field. */
const linksOf = (records: readonly unknown[], field: string): string[] => {
  const links = records.flatMap((record): string[] => {
    const link: unknown = typeof record === 'object' && record !== null ? Reflect.get(record, field) : null;
    const id = typeof link === 'string' ? salesforceId(link) : null;
    return id === null ? [] : [id];
  });
  return [...new Set(links)];
};

/** Reads the cases of some records anew. */
export const pageOfCases = async (
  records: readonly unknown[],
  { linkField, casesOf }: Pick<CaseCompanion, 'linkField' | 'casesOf'>,
  reader: CaseReader,
): Promise<ConnectorPage> => {
  const links = linksOf(records, linkField);
  const ids = casesOf ? await casesOf(links, reader) : links;
  const cases = ids.filter((id) => id.startsWith(CASE_PREFIX));
  return cases.length === 0 ? emptyPage() : reader.page(await reader.byIds(cases));
};

const stateSchema = z.strictObject({ ...walkPositionSchema.shape, began: instantSchema.nullable() });

/**
 * The cases whose companions changed: milestones, e-mails, answers. A first pull only notes the time, since it reads all
 * cases with their companions afterwards.
 */
export const changedCasesStream = (
  companion: CaseCompanion,
  reader: CaseReader,
): PullStream<z.infer<typeof stateSchema>> => ({
  name: companion.name,
  capability: companion.capability,
  state: stateSchema,
  begin: () => ({ ts: null, id: '', began: null }),
  async *pull(state) {
    const { api, schema, signal } = reader;
    const { object, linkField, where = [], absence } = companion;
    if (absence !== null) await requireObject(reader, { object, absence });
    else if (!(await schema.fields(object, signal))) return;
    const began = state.began ?? serverInstant(reader);
    if (state.ts !== null) {
      const walk = { object, where, select: ['Id', 'SystemModstamp', linkField] };
      for await (const { records, position } of walkRecords(api, walk, { ts: state.ts, id: state.id }, signal)) {
        yield { page: await pageOfCases(records, companion, reader), state: { ...position, began } };
      }
    }
    yield { page: {}, state: { ts: rewind(began, reader), id: '', began: null } };
  },
});
