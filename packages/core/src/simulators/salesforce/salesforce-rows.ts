import { simulatedSla } from '../shared/simulated-sla.js';
import type { SimulatedTicket } from '../shared/simulated-ticket.js';
import type { SimulatedPriority, SimulatedStatus } from '../shared/ticket-story.js';
import { recordId } from './salesforce-record-ids.js';

/** A record; moments in milliseconds since the epoch, parents nested. */
export type SimulatedRow = Readonly<Record<string, unknown>>;

/** The words of the simulated organization. */
export const STATUS_LABELS: Readonly<Record<SimulatedStatus, string>> = {
  new: 'New',
  open: 'Working',
  pending: 'Waiting on Customer',
  hold: 'On Hold',
  solved: 'Resolved',
  closed: 'Closed',
};

const PRIORITY_LABELS: Readonly<Record<Exclude<SimulatedPriority, null>, string>> = {
  low: 'Low',
  normal: 'Medium',
  high: 'High',
  urgent: 'Critical',
};

const isClosing = (status: SimulatedStatus): boolean => status === 'solved' || status === 'closed';

const caseId = ({ number }: SimulatedTicket): string => recordId('case', number);

const ownerOf = (assignee: string | null) => {
  const number = Number(/\d+$/.exec(assignee ?? '')?.[0] ?? 1);
  return assignee === null
    ? { OwnerId: recordId('queue', 1), Owner: { Name: 'Support Queue' } }
    : { OwnerId: recordId('user', number), Owner: { Name: assignee } };
};

/** A case; its flag of escalation falls back with the first solution. */
export const caseRow = (ticket: SimulatedTicket): SimulatedRow => {
  const { story, status, priority, removed, solved_at } = ticket;
  const { requester } = story;
  const { company } = requester;
  const rating = ticket.ratings.at(-1);
  const isClosed = isClosing(status);
  return {
    Id: caseId(ticket),
    CaseNumber: String(ticket.number).padStart(8, '0'),
    Subject: ticket.subject,
    Status: STATUS_LABELS[status],
    Priority: priority === null ? null : PRIORITY_LABELS[priority],
    Origin: 'Email',
    Type: null,
    Reason: null,
    IsClosed: isClosed,
    IsEscalated: ticket.escalated && ticket.first_solved_at === null,
    IsDeleted: removed !== null,
    MasterRecordId: removed === 'merged' ? recordId('case', 1) : null,
    CreatedDate: ticket.created_at,
    ClosedDate: isClosed ? solved_at : null,
    LastModifiedDate: ticket.updated_at,
    SystemModstamp: ticket.updated_at,
    AccountId: company && recordId('account', company.id),
    Account: company && { Name: company.name, CSCX_Id__c: company.external_id },
    ContactId: recordId('contact', requester.id),
    Contact: { Email: requester.email },
    ContactEmail: requester.email,
    SuppliedEmail: null,
    SuppliedCompany: null,
    ...ownerOf(ticket.assignee),
    RecordTypeId: null,
    IsStopped: status === 'hold',
    Topic__c: story.topic,
    Escalation_Reason__c: ticket.escalation_reason,
    CSAT_Score__c: rating?.score ?? null,
    CSAT_Comment__c: rating?.comment ?? null,
    CSAT_Responded__c: rating?.at ?? null,
  };
};

/** The promises on a case; whether one was missed is computed now. */
export const milestoneRows = (ticket: SimulatedTicket, now: number): SimulatedRow[] => {
  const { first_response, resolution } = simulatedSla(ticket, now);
  const promises = [
    { name: 'First Response', clock: first_response, completed: ticket.first_replied_at },
    { name: 'Resolution Time', clock: resolution, completed: ticket.solved_at },
  ];
  return promises.map(({ name, clock: { due_at, target_minutes }, completed }, index) => ({
    Id: recordId('milestone', ticket.number * 2 + index),
    CaseId: caseId(ticket),
    Case: { IsClosed: isClosing(ticket.status) },
    MilestoneTypeId: recordId('milestone', index),
    MilestoneType: { Name: name },
    StartDate: ticket.created_at,
    TargetDate: due_at,
    CompletionDate: completed,
    IsCompleted: completed !== null,
    IsViolated: (completed ?? now) > due_at,
    TargetResponseInMins: target_minutes,
    SystemModstamp: completed ?? ticket.created_at,
  }));
};

/** How many changes of a case have an id of their own. */
const CHANGES = 32;
const ESCALATIONS = 28;

/** The changes of status and of the flag of escalation. */
export const historyRows = (ticket: SimulatedTicket): SimulatedRow[] => {
  const row = (index: number, at: number, change: Pick<SimulatedRow, 'Field' | 'OldValue' | 'NewValue'>) => ({
    Id: recordId('history', ticket.number * CHANGES + index),
    CaseId: caseId(ticket),
    CreatedDate: at,
    ...change,
  });
  const created = row(0, ticket.created_at, { Field: 'created', OldValue: null, NewValue: null });
  const statuses = ticket.statuses.slice(1).map(({ at, status }, index) => {
    const before = ticket.statuses[index]?.status ?? 'new';
    const [OldValue, NewValue] = [STATUS_LABELS[before], STATUS_LABELS[status]];
    return row(index + 1, at, { Field: 'Status', OldValue, NewValue });
  });
  const { escalated_at, first_solved_at } = ticket;
  if (escalated_at === null) return [created, ...statuses];
  const raised = row(ESCALATIONS, escalated_at, { Field: 'IsEscalated', OldValue: false, NewValue: true });
  if (first_solved_at === null) return [created, ...statuses, raised];
  const fallen = row(ESCALATIONS + 1, first_solved_at, { Field: 'IsEscalated', OldValue: true, NewValue: false });
  return [created, ...statuses, raised, fallen];
};

/** What was written: the customer's e-mail, the automatic answer half a minute later, and the first reply. */
export const emailRows = (ticket: SimulatedTicket): SimulatedRow[] => {
  const { created_at, first_replied_at } = ticket;
  const messages = [
    { at: created_at, Incoming: true, Status: '0' },
    { at: created_at + 30_000, Incoming: false, Status: '3' },
    ...(first_replied_at === null ? [] : [{ at: first_replied_at, Incoming: false, Status: '3' }]),
  ];
  return messages.map(({ at, ...message }, index) => ({
    Id: recordId('email', ticket.number * 4 + index),
    ParentId: caseId(ticket),
    MessageDate: at,
    CreatedDate: at,
    SystemModstamp: at,
    CreatedById: recordId('user', 1),
    CreatedBy: { UserType: 'Standard' },
    ...message,
  }));
};

/** An internal note, and the first reply as a public comment. */
export const commentRows = (ticket: SimulatedTicket): SimulatedRow[] => {
  const { created_at, first_replied_at } = ticket;
  const comments = [
    { at: created_at + 1000, IsPublished: false },
    ...(first_replied_at === null ? [] : [{ at: first_replied_at, IsPublished: true }]),
  ];
  return comments.map(({ at, IsPublished }, index) => ({
    Id: recordId('comment', ticket.number * 2 + index),
    ParentId: caseId(ticket),
    IsPublished,
    CreatedDate: at,
    SystemModstamp: at,
    CreatedById: recordId('user', 1),
    CreatedBy: { UserType: 'Standard' },
  }));
};

/** The links between a case and the surveys that were answered. */
export const surveySubjectRows = (ticket: SimulatedTicket): SimulatedRow[] =>
  ticket.ratings.map(({ at }, index) => ({
    Id: recordId('subject', ticket.number * 8 + index),
    SubjectId: caseId(ticket),
    ParentId: recordId('response', ticket.number * 8 + index),
    SubjectEntityType: 'Case',
    SystemModstamp: at,
  }));

/** The question that asks how satisfied somebody is. */
export const SATISFACTION_QUESTION = recordId('answer', 0);

/** Its answers. */
export const surveyAnswerRows = (ticket: SimulatedTicket): SimulatedRow[] =>
  ticket.ratings.map(({ at, score }, index) => ({
    Id: recordId('answer', ticket.number * 8 + index),
    ResponseId: recordId('response', ticket.number * 8 + index),
    InvitationId: null,
    QuestionId: SATISFACTION_QUESTION,
    NumberValue: score,
    CreatedDate: at,
    SystemModstamp: at,
  }));
