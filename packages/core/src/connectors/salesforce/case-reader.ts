import type { ConnectorPage, MappingWarning } from '../connector.js';
import { readRecords } from '../shared/page.js';
import { type CaseFields, chooseCaseFields } from './case-fields.js';
import { type CaseWords, createCaseWords } from './case-words.js';
import { mapSalesforceTicket } from './map-salesforce-ticket.js';
import { createOrgSchema, type OrgSchema } from './org-schema.js';
import { readCaseDetails } from './read-case-details.js';
import { readCaseStatuses } from './read-case-statuses.js';
import type { SalesforceApi } from './salesforce-api.js';
import type { SalesforceSettings } from './salesforce-options.js';
import { caseSchema } from './salesforce-payload.js';
import { idChunks, soqlIn, soqlWhere } from './soql-text.js';

/** Reads cases during one pull: what the organization has is asked once. */
export interface CaseReader {
  api: SalesforceApi;
  schema: OrgSchema;
  settings: SalesforceSettings;
  signal: AbortSignal | undefined;
  /** What is read of a case, and what the settings name but is not there. */
  fields(): Promise<CaseFields>;
  /** Cases as they are now; those that are not visible are left out. */
  byIds(ids: readonly string[]): Promise<unknown[]>;
  /** Reads records of cases into a page, with all that other objects tell of them. */
  page(records: readonly unknown[]): Promise<ConnectorPage>;
}

/** Evaluates once. */
const once = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
  let made: Promise<Value> | null = null;
  return () => (made ??= make());
};

/** Makes the reader of one pull. */
export const createCaseReader = (
  api: SalesforceApi,
  settings: SalesforceSettings,
  signal: AbortSignal | undefined,
): CaseReader => {
  const schema = createOrgSchema(api);
  const fields = once(() => chooseCaseFields(schema, settings, signal));
  const words = once(async (): Promise<CaseWords> => createCaseWords(settings, await readCaseStatuses(api, signal)));
  let isTold = false;

  /** Told once a pull: a field that the settings name is not there, or hidden. */
  const missingFields = async (): Promise<MappingWarning[]> => {
    if (isTold) return [];
    isTold = true;
    const { missing } = await fields();
    return missing.map(({ name }) => ({ code: 'missing_field', field: name, value: null, count: 1 }));
  };

  return {
    api,
    schema,
    settings,
    signal,
    fields,
    async byIds(ids) {
      const { select } = await fields();
      const found: unknown[] = [];
      for (const chunk of idChunks(ids)) {
        const soql = `SELECT ${select.join(',')} FROM Case${soqlWhere([soqlIn('Id', chunk)])}`;
        found.push(...(await api.records(soql, { operation: 'query cases by id', signal })));
      }
      return found;
    },
    async page(records) {
      const reading = { settings, words: await words(), instanceUrl: await api.instanceUrl(signal) };
      const details = await readCaseDetails(records, {
        api,
        schema,
        settings,
        metricOf: reading.words.metricOf,
        signal,
      });
      const page = readRecords(records, {
        schema: caseSchema,
        map: (record, warn) => mapSalesforceTicket(record, details.of(record.Id), reading, warn),
        idField: 'Id',
      });
      page.skipped.push(...details.skipped);
      page.warnings.push(...(await missingFields()));
      return page;
    },
  };
};
