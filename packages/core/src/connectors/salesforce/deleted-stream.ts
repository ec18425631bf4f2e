import * as z from 'zod';
import { instantSchema } from '../../model/instant.js';
import { DAY_MS, epochOf, instantOf } from '../../time/instant.js';
import type { ConnectorPage, RemovedTicket } from '../connector.js';
import { readRecords } from '../shared/page.js';
import type { PullStream } from '../shared/pull-streams.js';
import { ticketId } from '../shared/ticket-id.js';
import type { CaseReader } from './case-reader.js';
import { salesforceId } from './salesforce-id.js';
import { salesforceMoment } from './salesforce-moment.js';
import type { SalesforceSettings } from './salesforce-options.js';
import { rewind, serverInstant } from './server-time.js';
import { walkPositionSchema, walkRecords } from './walk-records.js';

/** What is read of a case in the recycle bin. */
export const DELETED_FIELDS = ['Id', 'IsDeleted', 'MasterRecordId', 'SystemModstamp'] as const;

const deletedSchema = z.object({
  Id: z.string().regex(/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/, { error: 'expected an id of 15 or 18 characters' }),
  MasterRecordId: z.string().nullish().catch(null),
  SystemModstamp: z.string().nullish().catch(null),
});

const removedTicket = (
  { Id, MasterRecordId, SystemModstamp }: z.infer<typeof deletedSchema>,
  { my_domain }: SalesforceSettings,
): RemovedTicket => {
  const moment = salesforceMoment(SystemModstamp);
  return {
    ticket_id: ticketId('salesforce', my_domain, salesforceId(Id) ?? Id),
    reason: MasterRecordId == null || MasterRecordId === '' ? 'deleted' : 'merged',
    source_updated_at: moment === null ? null : instantOf(moment),
  };
};

/** Reads deleted cases into a page. */
export const pageOfDeleted = (records: readonly unknown[], settings: SalesforceSettings): ConnectorPage =>
  readRecords(records, {
    schema: deletedSchema,
    map: (record) => ({ removed: [removedTicket(record, settings)] }),
    idField: 'Id',
  });

const stateSchema = z.strictObject({ ...walkPositionSchema.shape, began: instantSchema.nullable() });

/** How long the recycle bin keeps a case. */
const RECYCLE_BIN_MS = 15 * DAY_MS;

/** The cases that were deleted or merged into another, as long as the recycle bin keeps them. */
export const deletedStream = (reader: CaseReader): PullStream<z.infer<typeof stateSchema>> => ({
  name: 'deleted',
  capability: 'deletions',
  state: stateSchema,
  begin: (since) => ({ ts: since === null ? null : instantOf(since), id: '', began: null }),
  async *pull({ ts, id, began: begun }) {
    const { api, schema, settings, signal } = reader;
    const fields = await schema.fields('Case', signal);
    const began = begun ?? serverInstant(reader);
    const select = DELETED_FIELDS.filter((name) => fields?.has(name));
    const walk = { object: 'Case', select, where: ['IsDeleted = true'], endpoint: 'queryAll' } as const;
    if (begun === null && ts !== null && epochOf(began) - epochOf(ts) > RECYCLE_BIN_MS) {
      // What was deleted earlier is gone for good: only a full comparison finds it.
      const warnings = [{ code: 'deletions_missed', field: 'IsDeleted', value: null, count: 1 }];
      yield { page: { warnings }, state: { ts, id, began } };
    }
    for await (const { records, position } of walkRecords(api, walk, { ts, id }, signal)) {
      yield { page: pageOfDeleted(records, settings), state: { ...position, began } };
    }
    yield { page: {}, state: { ts: rewind(began, reader), id: '', began: null } };
  },
});
