import type { DetailRows } from './detail-rows.js';
import type { OrgSchema } from './org-schema.js';
import { answerSchema, type SalesforceAnswer, surveySubjectSchema } from './salesforce-payload.js';
import { idChunks, soqlIn, soqlString, soqlWhere } from './soql-text.js';

/** An answer and the case that was asked about. */
export interface CaseAnswer {
  caseId: string;
  answer: SalesforceAnswer;
}

/** Responses of one query: each id stands in it twice. */
const PARENTS = 200;

/**
 * Reads the answers to one question about some cases. A survey is linked to a case by its response, or by the invitation
 * to it.
 */
export const readSurveyAnswers = async (
  questionId: string,
  caseIds: readonly string[],
  { rows, schema, signal }: { rows: DetailRows; schema: OrgSchema; signal: AbortSignal | undefined },
): Promise<CaseAnswer[]> => {
  const objects = ['SurveySubject', 'SurveyQuestionResponse'];
  for (const object of objects) if (!(await schema.fields(object, signal))) return [];
  const found: CaseAnswer[] = [];
  for (const chunk of idChunks(caseIds)) {
    const links = `SELECT Id,SubjectId,ParentId FROM SurveySubject${soqlWhere([soqlIn('SubjectId', chunk)])}`;
    const subjects = await rows(links, 'query SurveySubject', surveySubjectSchema);
    const caseOf = new Map(subjects.map(({ ParentId, SubjectId }) => [ParentId, SubjectId]));
    for (const parents of idChunks([...caseOf.keys()], PARENTS)) {
      const linked = `(${soqlIn('ResponseId', parents)} OR ${soqlIn('InvitationId', parents)})`;
      const asked = soqlWhere([`QuestionId = ${soqlString(questionId)}`, linked]);
      const soql = `SELECT Id,ResponseId,InvitationId,NumberValue,CreatedDate FROM SurveyQuestionResponse${asked}`;
      for (const answer of await rows(soql, 'query SurveyQuestionResponse', answerSchema)) {
        const caseId = caseOf.get(answer.ResponseId ?? '') ?? caseOf.get(answer.InvitationId ?? '');
        if (caseId !== undefined) found.push({ caseId, answer });
      }
    }
  }
  return found;
};
