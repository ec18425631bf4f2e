import type { ConnectorPage } from '../connector.js';
import { emptyPage } from '../shared/page.js';
import { ticketId } from '../shared/ticket-id.js';
import type { CaseReader } from './case-reader.js';
import { DELETED_FIELDS, pageOfDeleted } from './deleted-stream.js';
import { salesforceId } from './salesforce-id.js';
import { idChunks, soqlIn, soqlWhere } from './soql-text.js';

const idsOf = (records: readonly unknown[]): Set<unknown> =>
  new Set(records.map((record) => (typeof record === 'object' && record !== null ? Reflect.get(record, 'Id') : null)));

/** Reads single cases; those that are deleted, merged or no longer visible are `removed`. */
export const casesById = async (externalIds: readonly string[], reader: CaseReader): Promise<ConnectorPage> => {
  const { api, settings, signal } = reader;
  const ids = [...new Set(externalIds.map((id) => salesforceId(id)).filter((id) => id !== null))];
  const skipped = externalIds
    .filter((id) => salesforceId(id) === null)
    .map((id) => ({ position: id, field: 'Id', reason: 'expected an id of 15 or 18 characters' }));
  if (ids.length === 0) return { ...emptyPage(), skipped };

  const records = await reader.byIds(ids);
  const page = await reader.page(records);
  page.skipped.push(...skipped);
  const found = idsOf(records);
  const missing = ids.filter((id) => !found.has(id));
  const known = new Set<unknown>();
  for (const chunk of idChunks(missing)) {
    const soql = `SELECT ${DELETED_FIELDS.join(',')} FROM Case${soqlWhere([soqlIn('Id', chunk), 'IsDeleted = true'])}`;
    const request = { operation: 'query deleted cases by id', endpoint: 'queryAll', signal } as const;
    const deleted = await api.records(soql, request);
    page.removed.push(...pageOfDeleted(deleted, settings).removed);
    for (const id of idsOf(deleted)) known.add(id);
  }
  for (const id of missing.filter((one) => !known.has(one))) {
    const ticket_id = ticketId('salesforce', settings.my_domain, id);
    page.removed.push({ ticket_id, reason: 'deleted', source_updated_at: null });
  }
  return page;
};
