import type { z } from 'zod';
import { historySchema, milestoneSchema, replySchema } from './salesforce-payload.js';

/** How the rows of one object that belong to cases are read. */
export interface DetailList<Row> {
  object: string;
  fields: readonly string[];
  /** Fields of a parent, and the field without which there is none. */
  parents?: readonly (readonly [parentField: string, path: string])[];
  caseField: string;
  where?: string | null;
  schema: z.ZodType<Row>;
}

export const MILESTONES = {
  object: 'CaseMilestone',
  fields: ['Id', 'CaseId', 'TargetDate', 'CompletionDate', 'IsCompleted', 'IsViolated'],
  parents: [['MilestoneTypeId', 'MilestoneType.Name']],
  caseField: 'CaseId',
  schema: milestoneSchema,
} as const satisfies DetailList<unknown>;

export const HISTORY = {
  object: 'CaseHistory',
  fields: ['Id', 'CaseId', 'Field', 'OldValue', 'NewValue', 'CreatedDate'],
  caseField: 'CaseId',
  schema: historySchema,
} as const satisfies DetailList<unknown>;

/** What was written to the customer. */
export const EMAILS = {
  object: 'EmailMessage',
  fields: ['Id', 'ParentId', 'Incoming', 'MessageDate', 'Status'],
  parents: [['CreatedById', 'CreatedBy.UserType']],
  caseField: 'ParentId',
  where: 'Incoming = false',
  schema: replySchema,
} as const satisfies DetailList<unknown>;

export const COMMENTS = {
  object: 'CaseComment',
  fields: ['Id', 'ParentId', 'IsPublished', 'CreatedDate'],
  parents: [['CreatedById', 'CreatedBy.UserType']],
  caseField: 'ParentId',
  where: 'IsPublished = true',
  schema: replySchema,
} as const satisfies DetailList<unknown>;
