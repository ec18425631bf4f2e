import * as z from 'zod';
import type { ConnectorPage } from '../connector.js';
import { readRecords } from '../shared/page.js';
import type { VendorRequest } from '../shared/vendor-http.js';
import { lookBackStream } from './look-back-stream.js';
import type { ZendeskApi } from './zendesk-api.js';
import { ratingReading, surveyReading } from './zendesk-csat.js';
import { readEnvelope } from './zendesk-errors.js';
import type { ZendeskSettings } from './zendesk-options.js';

const DAY_S = 86_400;

const metaSchema = z.object({ has_more: z.boolean(), after_cursor: z.string().nullish() });

/** One of the two lists; an account answers surveys of one kind only. */
interface AnswerList {
  path: string;
  operation: string;
  /** What selects the answers since a time in seconds. */
  since(start: number): VendorRequest['search'];
  read(document: unknown, operation: string): { page: ConnectorPage; meta: z.infer<typeof metaSchema> };
}

const ratings = (settings: ZendeskSettings): AnswerList => {
  const reading = ratingReading(settings);
  const schema = z.object({ satisfaction_ratings: z.array(z.unknown()), meta: metaSchema });
  return {
    path: 'satisfaction_ratings.json',
    operation: 'satisfaction ratings',
    since: (start) => ({ start_time: start, score: 'received', sort: 'created_at' }),
    read(document, operation) {
      const { satisfaction_ratings, meta } = readEnvelope(schema, document, operation);
      return { page: readRecords(satisfaction_ratings, reading), meta };
    },
  };
};

const surveys = (settings: ZendeskSettings): AnswerList => {
  const reading = surveyReading(settings);
  const schema = z.object({ survey_responses: z.array(z.unknown()), meta: metaSchema });
  return {
    path: 'guide/survey_responses',
    operation: 'survey responses',
    since: (start) => ({ 'filter[created_at_start]': start * 1000 }),
    read(document, operation) {
      const { survey_responses, meta } = readEnvelope(schema, document, operation);
      return { page: readRecords(survey_responses, reading), meta };
    },
  };
};

/** The list of survey answers. A row is made when the survey is sent, so the answer changes an old one. */
export const csatStream = ({ http, clock }: ZendeskApi, settings: ZendeskSettings) => {
  const list = settings.survey_points === undefined ? ratings(settings) : surveys(settings);
  const { path, operation } = list;
  return lookBackStream({
    name: settings.survey_points === undefined ? 'satisfaction_ratings' : 'survey_responses',
    capability: 'csat',
    clock,
    lookback: settings.csat_lookback_days * DAY_S,
    every: settings.lookback_every_hours * 3600,
    overlap: DAY_S,
    async readPage(position, signal) {
      const { start_time, after } = position;
      const search = { ...list.since(start_time), 'page[size]': 100, 'page[after]': after ?? undefined };
      const { page, meta } = list.read(await http.json(path, { operation, search, signal }), operation);
      const next = meta.has_more ? { start_time, after: meta.after_cursor ?? null, isPaged: true } : null;
      return { page, next };
    },
  });
};
