import type { SimulatedTicket } from '../shared/simulated-ticket.js';
import {
  caseRow,
  commentRows,
  emailRows,
  historyRows,
  milestoneRows,
  type SimulatedRow,
  STATUS_LABELS,
  surveyAnswerRows,
  surveySubjectRows,
} from './salesforce-rows.js';

/** Type of a field, as a description names it. */
export type FieldType = 'id' | 'reference' | 'string' | 'boolean' | 'double' | 'datetime';

/** An object of the organization. */
export interface SimulatedTable {
  fields: Readonly<Record<string, FieldType>>;
  /** Relations to parents: the fields of each. */
  parents?: Readonly<Record<string, Readonly<Record<string, FieldType>>>>;
  /** The field that holds the id of the case, and the records that belong to a ticket. */
  perTicket?: { key: string; rows: (ticket: SimulatedTicket, now: number) => readonly SimulatedRow[] };
  /** What there is besides tickets. */
  rows?: readonly SimulatedRow[];
}

const of = (type: FieldType, names: string): Record<string, FieldType> =>
  Object.fromEntries(names.split(' ').map((name) => [name, type]));

const stamps = of('datetime', 'CreatedDate SystemModstamp');
const author = { CreatedBy: of('string', 'UserType') };
const account = of('string', 'Name CSCX_Id__c');
const contact = of('string', 'Email');

/** What the organization has. */
export const SALESFORCE_TABLES: Readonly<Record<string, SimulatedTable>> = {
  Case: {
    fields: {
      Id: 'id',
      ...stamps,
      ...of('datetime', 'ClosedDate LastModifiedDate CSAT_Responded__c'),
      ...of(
        'string',
        'CaseNumber Subject Status Priority Origin Type Reason ContactEmail SuppliedEmail SuppliedCompany',
      ),
      ...of('string', 'Topic__c Escalation_Reason__c CSAT_Comment__c'),
      ...of('reference', 'MasterRecordId AccountId ContactId OwnerId RecordTypeId'),
      ...of('boolean', 'IsClosed IsEscalated IsDeleted IsStopped'),
      CSAT_Score__c: 'double',
    },
    parents: { Account: account, Contact: contact, Owner: of('string', 'Name') },
    perTicket: { key: 'Id', rows: (ticket) => [caseRow(ticket)] },
  },
  Account: { fields: { Id: 'id', ...account } },
  Contact: { fields: { Id: 'id', ...contact } },
  CaseMilestone: {
    fields: {
      Id: 'id',
      ...stamps,
      ...of('reference', 'CaseId MilestoneTypeId'),
      ...of('datetime', 'StartDate TargetDate CompletionDate'),
      ...of('boolean', 'IsCompleted IsViolated'),
      TargetResponseInMins: 'double',
    },
    parents: { MilestoneType: of('string', 'Name'), Case: of('boolean', 'IsClosed') },
    perTicket: { key: 'CaseId', rows: milestoneRows },
  },
  CaseHistory: {
    fields: { Id: 'id', CaseId: 'reference', CreatedDate: 'datetime', ...of('string', 'Field OldValue NewValue') },
    perTicket: { key: 'CaseId', rows: historyRows },
  },
  EmailMessage: {
    fields: {
      Id: 'id',
      ...stamps,
      ...of('reference', 'ParentId CreatedById'),
      MessageDate: 'datetime',
      Incoming: 'boolean',
      Status: 'string',
    },
    parents: author,
    perTicket: { key: 'ParentId', rows: emailRows },
  },
  CaseComment: {
    fields: { Id: 'id', ...stamps, ...of('reference', 'ParentId CreatedById'), IsPublished: 'boolean' },
    parents: author,
    perTicket: { key: 'ParentId', rows: commentRows },
  },
  SurveySubject: {
    fields: { Id: 'id', ...of('reference', 'SubjectId ParentId'), SubjectEntityType: 'string', ...stamps },
    perTicket: { key: 'SubjectId', rows: surveySubjectRows },
  },
  SurveyQuestionResponse: {
    fields: { Id: 'id', ...of('reference', 'ResponseId InvitationId QuestionId'), NumberValue: 'double', ...stamps },
    perTicket: { key: '', rows: surveyAnswerRows },
  },
  CaseStatus: {
    fields: { Id: 'id', ...of('string', 'ApiName MasterLabel'), IsClosed: 'boolean' },
    rows: [...Object.values(STATUS_LABELS), 'Escalated'].map((label) => ({
      ApiName: label,
      MasterLabel: label,
      IsClosed: label === 'Resolved' || label === 'Closed',
    })),
  },
};
