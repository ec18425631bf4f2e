import type { CaseReader } from './case-reader.js';
import type { CaseCompanion } from './changed-cases-stream.js';
import type { SalesforceSettings } from './salesforce-options.js';
import { idChunks, soqlIn, soqlString, soqlWhere } from './soql-text.js';

export const MILESTONE_COMPANION = {
  name: 'milestones',
  capability: 'sla',
  object: 'CaseMilestone',
  linkField: 'CaseId',
  absence:
    'CaseMilestone cannot be read: turn on Entitlement Management and let the integration user see Case Milestones',
} as const satisfies CaseCompanion;

const EMAILS: CaseCompanion = {
  name: 'emails',
  capability: 'incremental',
  object: 'EmailMessage',
  linkField: 'ParentId',
  where: ['Incoming = false'],
  absence: null,
};

const COMMENTS: CaseCompanion = {
  name: 'comments',
  capability: 'incremental',
  object: 'CaseComment',
  linkField: 'ParentId',
  where: ['IsPublished = true'],
  absence: null,
};

/** The cases of survey responses and of invitations. */
const casesOfSurveys = async (links: readonly string[], { api, signal }: CaseReader): Promise<string[]> => {
  const found: string[] = [];
  for (const chunk of idChunks(links)) {
    const soql = `SELECT Id,SubjectId FROM SurveySubject${soqlWhere([soqlIn('ParentId', chunk)])}`;
    for (const subject of await api.records(soql, { operation: 'query SurveySubject', signal })) {
      const id: unknown = typeof subject === 'object' && subject !== null ? Reflect.get(subject, 'SubjectId') : null;
      if (typeof id === 'string') found.push(id);
    }
  }
  return [...new Set(found)];
};

const answersTo = (questionId: string, linkField: 'ResponseId' | 'InvitationId'): CaseCompanion => ({
  name: `answers by ${linkField}`,
  capability: 'csat',
  object: 'SurveyQuestionResponse',
  linkField,
  where: [`QuestionId = ${soqlString(questionId)}`, `${linkField} != null`],
  casesOf: casesOfSurveys,
  absence: 'SurveyQuestionResponse cannot be read: Feedback Management and access to survey responses are needed',
});

/** The companions of cases that the settings make use of. */
export const caseCompanions = ({ csat, first_response: { sources } }: SalesforceSettings): CaseCompanion[] => [
  MILESTONE_COMPANION,
  ...(sources.includes('emails') ? [EMAILS] : []),
  ...(sources.includes('comments') ? [COMMENTS] : []),
  ...(csat && 'survey_question_id' in csat
    ? [answersTo(csat.survey_question_id, 'ResponseId'), answersTo(csat.survey_question_id, 'InvitationId')]
    : []),
];
