import { InvalidInputError } from '../../errors/invalid-input-error.js';
import type { ConnectorPage } from '../connector.js';
import { emptyPage, readRecords } from '../shared/page.js';
import { createTicketReader } from './map-zendesk-ticket.js';
import { mergePages } from '../shared/merge-pages.js';
import { readCompanies } from './zendesk-companies.js';
import { ratingReading, surveyReading } from './zendesk-csat.js';
import { type ZendeskOptions, zendeskOptionsSchema, type ZendeskSettings } from './zendesk-options.js';
import { readSideloads } from './zendesk-sideloads.js';
import { slaEventReading } from './zendesk-sla-events.js';
import { readStatusLabels } from './zendesk-status-labels.js';

type Document = Readonly<Record<string, unknown>>;

type Read = (records: unknown, settings: ZendeskSettings, document: Document) => ConnectorPage;

const tickets: Read = (records, settings, document) => {
  const labels = readStatusLabels(document['custom_statuses']);
  return readRecords(records, createTicketReader(settings)(readSideloads(document), labels));
};
const metricEvents: Read = (records, settings) => readRecords(records, slaEventReading(settings));
const ratings: Read = (records, settings) => readRecords(records, ratingReading(settings));
const organizations: Read = (records, settings) =>
  mergePages([{ ...emptyPage(), companies: readCompanies(records, settings) }]);
const surveys: Read = (records, settings) => readRecords(records, surveyReading(settings));

/** The keys under which Zendesk sends records, one or many. */
const RECORDS: Readonly<Record<string, Read>> = {
  tickets,
  ticket: tickets,
  ticket_metric_events: metricEvents,
  satisfaction_ratings: ratings,
  satisfaction_rating: ratings,
  organizations,
  organization: organizations,
  survey_responses: surveys,
  survey_response: surveys,
};

/** What only comes along: no records of ours. */
const COMPANIONS = ['users', 'user', 'groups', 'group', 'custom_statuses'];

/** Fields by which a record without an envelope is known; what is none of these is read as a ticket. */
const MARKS: readonly (readonly [field: string, read: Read])[] = [
  ['instance_id', metricEvents],
  ['answers', surveys],
  ['ticket_id', ratings],
];

const isObject = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readAlone = (record: unknown, settings: ZendeskSettings): ConnectorPage => {
  const mark = isObject(record) ? MARKS.find(([field]) => Object.hasOwn(record, field)) : undefined;
  return (mark?.[1] ?? tickets)([record], settings, {});
};

const readDocument = (document: Document, settings: ZendeskSettings): ConnectorPage | null => {
  // A ticket, too, has a `satisfaction_rating`.
  const present = Object.hasOwn(document, 'id')
    ? []
    : Object.keys(RECORDS).filter((key) => Object.hasOwn(document, key));
  const others = present.filter((key) => RECORDS[key] !== organizations);
  // Beside tickets, organizations are what came along.
  const keys = others.length > 0 ? others : present;
  if (keys.length === 0) return COMPANIONS.some((key) => Object.hasOwn(document, key)) ? mergePages([]) : null;
  return mergePages(
    keys.map((key) => {
      const records = document[key];
      return RECORDS[key]?.(isObject(records) ? [records] : records, settings, document) ?? mergePages([]);
    }),
  );
};

/**
 * Reads what was recorded of any endpoint that this connector uses: an export page, a list, one record or a bare array of
 * them. No request is made.
 *
 * @param document - parsed JSON
 * @throws InvalidInputError for wrong options; never for the document: what cannot be read is in `skipped`
 * @example
 * mapZendeskRecords(JSON.parse(text), { subdomain: 'acme' }).tickets;
 */
export const mapZendeskRecords = (document: unknown, options: ZendeskOptions): ConnectorPage => {
  const parsed = zendeskOptionsSchema.safeParse(options);
  if (!parsed.success) throw InvalidInputError.fromZod('zendesk connection', parsed.error);
  if (Array.isArray(document)) return mergePages(document.map((record) => readAlone(record, parsed.data)));
  const page = isObject(document) ? readDocument(document, parsed.data) : null;
  return page ?? readAlone(document, parsed.data);
};
