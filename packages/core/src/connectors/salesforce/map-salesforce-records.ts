import type { z } from 'zod';
import { InvalidInputError } from '../../errors/invalid-input-error.js';
import type { TicketEvent } from '../../model/ticket-event.js';
import type { ConnectorPage, SkippedRecord } from '../connector.js';
import { readRecords } from '../shared/page.js';
import { type CaseDetails, NO_DETAILS } from './case-details.js';
import { createCaseWords } from './case-words.js';
import { loneHistoryEvents, loneMilestoneEvents } from './lone-events.js';
import { type CaseReading, mapSalesforceTicket } from './map-salesforce-ticket.js';
import { type SalesforceOptions, salesforceOptionsSchema } from './salesforce-options.js';
import { caseSchema, historySchema, milestoneSchema, replySchema, statusSchema } from './salesforce-payload.js';
import { myDomainUrl } from './salesforce-session.js';

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** The records of a document: those of a query, a list, or itself. */
const recordsOf = (document: unknown): unknown[] => {
  if (Array.isArray(document))
    return document.flatMap((one: unknown) => (property(one, 'records') ? recordsOf(one) : [one]));
  const records = property(document, 'records');
  return Array.isArray(records) ? records : [document];
};

/** The kind of a record by its attributes; a case where it has none, as in a bulk result. */
const typeOf = (record: unknown): string => {
  const type = property(property(record, 'attributes'), 'type');
  return typeof type === 'string' ? type : 'Case';
};

/** What goes with cases. */
interface Companion<Row> {
  type: string;
  /** The relation under which a case nests it. */
  nested: string;
  key: keyof CaseDetails;
  caseField: 'CaseId' | 'ParentId';
  schema: z.ZodType<Row>;
  /** What it tells without its case. */
  alone: (row: Row, reading: CaseReading) => TicketEvent[];
}

const companion = <Row extends CaseDetails[keyof CaseDetails][number]>(given: Companion<Row>) => given;

const ofNothing = (): TicketEvent[] => [];

const loneReading = ({ settings: { my_domain }, words }: CaseReading) => ({ my_domain, words });

const COMPANIONS = [
  companion({
    type: 'CaseMilestone',
    nested: 'CaseMilestones',
    key: 'milestones',
    caseField: 'CaseId',
    schema: milestoneSchema,
    alone: (row, reading) => loneMilestoneEvents(row, loneReading(reading)),
  }),
  companion({
    type: 'CaseHistory',
    nested: 'Histories',
    key: 'history',
    caseField: 'CaseId',
    schema: historySchema,
    alone: (row, reading) => loneHistoryEvents(row, loneReading(reading)),
  }),
  companion({
    type: 'EmailMessage',
    nested: 'EmailMessages',
    key: 'emails',
    caseField: 'ParentId',
    schema: replySchema,
    alone: ofNothing,
  }),
  companion({
    type: 'CaseComment',
    nested: 'CaseComments',
    key: 'comments',
    caseField: 'ParentId',
    schema: replySchema,
    alone: ofNothing,
  }),
] as const;

/** Of these nothing is a ticket by itself: they are read with its case, or say what words mean. */
const SILENT = new Set(['CaseStatus', 'SurveySubject', 'SurveyQuestionResponse', 'Account', 'Contact']);

const KNOWN = new Set<string>(['Case', ...SILENT, ...COMPANIONS.map(({ type }) => type)]);

/** A case's companions that came nested in it, with the id of the case as it is told by the nesting. */
const nestedIn = (
  record: unknown,
  { nested, caseField }: Pick<Companion<never>, 'nested' | 'caseField'>,
): unknown[] => {
  const rows = property(property(record, nested), 'records');
  if (!Array.isArray(rows)) return [];
  return rows.map((row: unknown) => ({ [caseField]: property(record, 'Id'), ...Object(row) }));
};

/** The first 15 characters say it all, however many are given. */
const keyOf = (id: unknown): string => (typeof id === 'string' ? id.slice(0, 15) : '');

/** Records by their type. */
const byType = (records: readonly unknown[]): ReadonlyMap<string, unknown[]> => {
  const lists = new Map<string, unknown[]>();
  for (const record of records) {
    const type = typeOf(record);
    const list = lists.get(type);
    if (list) list.push(record);
    else lists.set(type, [record]);
  }
  return lists;
};

const foreign = (lists: ReadonlyMap<string, unknown[]>): SkippedRecord[] =>
  [...lists].flatMap(([type, list]) =>
    KNOWN.has(type)
      ? []
      : list.map((record) => ({
          position: type,
          field: 'attributes.type',
          reason: 'expected a kind of record that is read',
          record,
        })),
  );

/** Reads the companions of one kind: those of known cases into the details, the events of all others. */
const readCompanions = <Row extends CaseDetails[keyof CaseDetails][number]>(
  rows: readonly unknown[],
  { key, caseField, schema, alone }: Companion<Row>,
  { details, reading }: { details: Map<string, CaseDetails>; reading: CaseReading },
): ConnectorPage =>
  readRecords(rows, {
    schema,
    map: (row) => {
      const caseKey = keyOf(Reflect.get(row, caseField));
      const known = details.get(caseKey);
      if (!known) return { events: alone(row, reading) };
      details.set(caseKey, { ...known, [key]: [...known[key], row] });
      return null;
    },
    idField: 'Id',
  });

/**
 * Maps recorded payloads: the answer of a query, a list of records or a single one. Milestones, history, e-mails and
 * comments are joined to the cases of the same document; of what has no case there, only the events are told. Statuses in
 * the document say which of them close a case.
 *
 * @param document - parsed JSON
 * @param options - settings of the connection
 * @throws InvalidInputError for settings that are not valid
 * @example
 * mapSalesforceRecords(JSON.parse(text), { my_domain: 'acme' }).tickets[0]?.status;
 */
export const mapSalesforceRecords = (document: unknown, options: SalesforceOptions): ConnectorPage => {
  const parsed = salesforceOptionsSchema.safeParse(options);
  if (!parsed.success) throw InvalidInputError.fromZod('salesforce connection', parsed.error);
  const settings = parsed.data;
  const lists = byType(recordsOf(document));
  const cases = lists.get('Case') ?? [];
  const statuses = lists.get('CaseStatus')?.flatMap((status) => statusSchema.safeParse(status).data ?? []);
  const words = createCaseWords(settings, statuses ?? null);
  const reading: CaseReading = { settings, words, instanceUrl: myDomainUrl(settings.my_domain) };

  const details = new Map(cases.map((record): [string, CaseDetails] => [keyOf(property(record, 'Id')), NO_DETAILS]));
  const read = <Row extends CaseDetails[keyof CaseDetails][number]>(kind: Companion<Row>): ConnectorPage => {
    const rows = [...(lists.get(kind.type) ?? []), ...cases.flatMap((record) => nestedIn(record, kind))];
    return readCompanions(rows, kind, { details, reading });
  };
  const [milestones, history, emails, comments] = COMPANIONS;
  const companions = [read(milestones), read(history), read(emails), read(comments)];

  const page = readRecords(cases, {
    schema: caseSchema,
    map: (record, warn) => mapSalesforceTicket(record, details.get(keyOf(record.Id)) ?? NO_DETAILS, reading, warn),
    idField: 'Id',
  });
  for (const { events, skipped } of companions) {
    page.events.push(...events);
    page.skipped.push(...skipped);
  }
  page.skipped.push(...foreign(lists));
  return page;
};
