import type { SkippedRecord } from '../connector.js';
import { type CaseDetails, type CollectedDetails, NO_DETAILS, noDetails } from './case-details.js';
import type { MilestoneMetric } from './case-sla.js';
import { COMMENTS, type DetailList, EMAILS, HISTORY, MILESTONES } from './detail-lists.js';
import { createDetailRows } from './detail-rows.js';
import { firstResponse } from './first-response.js';
import { type OrgSchema, present } from './org-schema.js';
import { readSurveyAnswers } from './read-survey-answers.js';
import type { SalesforceApi } from './salesforce-api.js';
import { salesforceMoment } from './salesforce-moment.js';
import type { FirstResponseSource, SalesforceSettings } from './salesforce-options.js';
import { idChunks, soqlIn, soqlWhere } from './soql-text.js';

/** Where details are read, and by what. */
export interface DetailSources {
  api: SalesforceApi;
  schema: OrgSchema;
  settings: SalesforceSettings;
  metricOf: MilestoneMetric;
  signal: AbortSignal | undefined;
}

/** What was found, by the id of the case, and what of it cannot be read. */
export interface FoundDetails {
  of(caseId: string): CaseDetails;
  skipped: SkippedRecord[];
}

type CaseRecord = Readonly<Record<string, unknown>>;

/** The records that have an id, by it. */
const casesById = (records: readonly unknown[]): Map<string, CaseRecord> => {
  const cases = new Map<string, CaseRecord>();
  for (const record of records) {
    const id: unknown = typeof record === 'object' && record !== null ? Reflect.get(record, 'Id') : null;
    if (typeof id === 'string') cases.set(id, record as CaseRecord);
  }
  return cases;
};

/** Whether a source of the ladder knows the first response of a case. */
const isAnsweredBy = (
  source: FirstResponseSource,
  { record, details }: { record: CaseRecord; details: CaseDetails },
  { settings, metricOf }: Pick<DetailSources, 'settings' | 'metricOf'>,
): boolean => {
  const first_response = { ...settings.first_response, sources: [source] };
  const created = record['CreatedDate'];
  const createdAt = salesforceMoment(typeof created === 'string' ? created : null) ?? 0;
  return firstResponse({ record, createdAt, ...details }, { settings: { first_response }, metricOf }) !== null;
};

/**
 * Reads what other objects tell of a page of cases; an object that the organization lacks tells nothing. E-mails and
 * comments are read only of cases whose first response no better source knows.
 */
export const readCaseDetails = async (records: readonly unknown[], sources: DetailSources): Promise<FoundDetails> => {
  const { api, schema, settings, signal } = sources;
  const skipped: SkippedRecord[] = [];
  const rows = createDetailRows(api, skipped, signal);
  const cases = casesById(records);
  const all = [...cases.keys()];
  const found = new Map<string, CollectedDetails>();
  const detailsOf = (id: string): CaseDetails => found.get(id) ?? NO_DETAILS;

  const add = <Key extends keyof CaseDetails>(key: Key, caseId: string, row: CaseDetails[Key][number]): void => {
    const details = found.get(caseId) ?? noDetails();
    found.set(caseId, details);
    const list: CaseDetails[Key][number][] = details[key];
    list.push(row);
  };
  const readList = async <Key extends keyof CaseDetails, Row extends CaseDetails[Key][number]>(
    key: Key,
    { object, fields, parents = [], caseField, where = null, schema: rowSchema }: DetailList<Row>,
    ids: readonly string[],
  ): Promise<void> => {
    const known = ids.length === 0 ? null : await schema.fields(object, signal);
    if (!known) return;
    const paths = parents.flatMap(([field, path]) => (known.has(field) ? [path] : []));
    const select = [...present(known, fields), ...paths].join(',');
    for (const chunk of idChunks(ids)) {
      const soql = `SELECT ${select} FROM ${object}${soqlWhere([soqlIn(caseField, chunk), where])}`;
      for (const row of await rows(soql, `query ${object}`, rowSchema))
        add(key, String(Reflect.get(row, caseField)), row);
    }
  };

  await readList('milestones', MILESTONES, all);
  await readList('history', HISTORY, all);
  let unanswered = all;
  for (const source of settings.first_response.sources) {
    if (source === 'emails') await readList('emails', EMAILS, unanswered);
    if (source === 'comments') await readList('comments', COMMENTS, unanswered);
    unanswered = unanswered.filter(
      (id) => !isAnsweredBy(source, { record: cases.get(id) ?? {}, details: detailsOf(id) }, sources),
    );
  }
  const { csat } = settings;
  if (csat && 'survey_question_id' in csat) {
    const answers = await readSurveyAnswers(csat.survey_question_id, all, { rows, schema, signal });
    for (const { caseId, answer } of answers) add('answers', caseId, answer);
  }
  return { of: detailsOf, skipped };
};
