import * as z from 'zod';
import { InvalidInputError } from '../../errors/invalid-input-error.js';
import type { ConnectorPage } from '../connector.js';
import { type MappedRecord, readRecords, UnreadableRecord, type Warn } from '../shared/page.js';
import { EMPTY_DIRECTORY } from './freshdesk-directory.js';
import { createFreshdeskMapping, type FreshdeskMapping } from './freshdesk-mapping.js';
import { freshdeskOptionsSchema, type FreshdeskSettings } from './freshdesk-options.js';
import { freshdeskRatingSchema, freshdeskTicketSchema } from './freshdesk-payload.js';
import { mapFreshdeskRating } from './map-freshdesk-rating.js';
import { mapFreshdeskTicket } from './map-freshdesk-ticket.js';

type ReadRecord = (record: unknown, mapping: FreshdeskMapping, warn: Warn) => MappedRecord | null;

const parse = <Payload>(schema: z.ZodType<Payload>, record: unknown): Payload => {
  const parsed = schema.safeParse(record);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UnreadableRecord(issue?.path.map(String).join('.') ?? '', issue?.message ?? 'expected another form');
};

const readTicket: ReadRecord = (record, mapping, warn) =>
  mapFreshdeskTicket(parse(freshdeskTicketSchema, record), mapping, EMPTY_DIRECTORY, warn);

const readRating: ReadRecord = (record, { settings }, warn) =>
  mapFreshdeskRating(parse(freshdeskRatingSchema, record), settings.domain, warn);

/** Agents, groups, companies, contacts, fields and what a webhook sends tell of no ticket by themselves. */
const nothing: ReadRecord = () => null;

/** By which field a record is known; the first that is there decides, and what has none is taken for a ticket. */
const KINDS: readonly (readonly [field: string, read: ReadRecord])[] = [
  ['subject', readTicket],
  ['ratings', readRating],
  ['freshdesk_webhook', nothing],
  ['choices', nothing],
  ['contact', nothing],
  ['domains', nothing],
  ['agent_ids', nothing],
  ['escalate_to', nothing],
  ['other_companies', nothing],
];

const readAny: ReadRecord = (record, mapping, warn) => {
  const kind =
    typeof record === 'object' && record !== null
      ? KINDS.find(([field]) => Object.hasOwn(record, field) && Reflect.get(record, field) !== undefined)
      : undefined;
  return (kind?.[1] ?? readTicket)(record, mapping, warn);
};

/**
 * Maps recorded answers of Freshdesk's API: a ticket, a survey's answer, a list of either. It asks nobody, so names of
 * agents and labels of an account's own statuses stay unknown.
 *
 * @param document - the parsed body of a response
 * @throws InvalidInputError for settings that are not valid
 * @example
 * mapFreshdeskRecords(await response.json(), { domain: 'acme' }).tickets;
 */
export const mapFreshdeskRecords = (document: unknown, options: FreshdeskSettings): ConnectorPage => {
  const settings = freshdeskOptionsSchema.safeParse(options);
  if (!settings.success) throw InvalidInputError.fromZod('freshdesk connection', settings.error);
  const mapping = createFreshdeskMapping(settings.data);
  return readRecords(Array.isArray(document) ? document : [document], {
    schema: z.unknown(),
    map: (record, warn) => readAny(record, mapping, warn),
  });
};
