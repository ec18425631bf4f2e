import * as z from 'zod';

/** What is no text, number or flag is read as nothing: one odd field does not cost a whole case. */
const text = z.string().nullish().catch(null);
const number = z.number().nullish().catch(null);
const flag = z.boolean().nullish().catch(null);

/** Schema of {@link SalesforceCase}. Fields that a connection names are kept as they are. */
export const caseSchema = z.looseObject({
  Id: z.string().regex(/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/, { error: 'expected an id of 15 or 18 characters' }),
  CreatedDate: text,
  SystemModstamp: text,
  CaseNumber: text,
  Subject: text,
  Status: text,
  Priority: text,
  Origin: text,
  Type: text,
  Reason: text,
  IsClosed: flag,
  IsEscalated: flag,
  IsDeleted: flag,
  MasterRecordId: text,
  ClosedDate: text,
  AccountId: text,
  Account: z.record(z.string(), z.unknown()).nullish().catch(null),
  Contact: z.object({ Email: text }).nullish().catch(null),
  ContactEmail: text,
  SuppliedEmail: text,
  SuppliedCompany: text,
  OwnerId: text,
  Owner: z.object({ Name: text }).nullish().catch(null),
  RecordTypeId: text,
  IsStopped: flag,
});

/** A case: only what is used of it. */
export type SalesforceCase = z.infer<typeof caseSchema>;

const caseId = z.string();

/** Schema of {@link SalesforceMilestone}. */
export const milestoneSchema = z.object({
  Id: text,
  CaseId: caseId,
  MilestoneType: z.object({ Name: text }).nullish().catch(null),
  TargetDate: text,
  CompletionDate: text,
  IsCompleted: flag,
  IsViolated: flag,
});

/** A promise on a case and how it stands. */
export type SalesforceMilestone = z.infer<typeof milestoneSchema>;

/** Schema of {@link SalesforceHistory}. */
export const historySchema = z.object({
  Id: z.string().min(1),
  CaseId: caseId,
  Field: z.string(),
  /** Of any type. */
  OldValue: z.unknown(),
  NewValue: z.unknown(),
  CreatedDate: z.string(),
});

/** A change of one field of a case. */
export type SalesforceHistory = z.infer<typeof historySchema>;

/** Schema of {@link SalesforceReply}: an EmailMessage or a CaseComment. */
export const replySchema = z.object({
  ParentId: caseId,
  Incoming: flag,
  MessageDate: text,
  Status: text,
  IsPublished: flag,
  CreatedDate: text,
  CreatedBy: z.object({ UserType: text }).nullish().catch(null),
});

/** An e-mail or a comment of a case. */
export type SalesforceReply = z.infer<typeof replySchema>;

/** Schema of {@link SalesforceAnswer}. */
export const answerSchema = z.object({
  ResponseId: text,
  InvitationId: text,
  NumberValue: number,
  CreatedDate: text,
});

/** The answer to one question of a survey. */
export type SalesforceAnswer = z.infer<typeof answerSchema>;

/** Schema of a link between a survey and a case. */
export const surveySubjectSchema = z.object({ SubjectId: z.string(), ParentId: z.string() });

/** Schema of {@link SalesforceStatus}. */
export const statusSchema = z.object({ ApiName: text, MasterLabel: z.string(), IsClosed: z.boolean() });

/** A status that the organization has, and whether it closes a case. */
export type SalesforceStatus = z.infer<typeof statusSchema>;
