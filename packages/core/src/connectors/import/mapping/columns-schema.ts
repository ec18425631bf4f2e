import * as z from 'zod';

const column = (description: string) => z.string().min(1).meta({ description });

/** Schema of `columns` in an import mapping: our field → the file's column, dotted path or template. */
export const columnsSchema = z.strictObject({
  external_id: column('ticket number; required'),
  created_at: column('when the ticket was opened; required'),
  status: column('status word, translated by values.status').optional(),
  subject: column('one line that says what it is about').optional(),
  category: column('category, where no rule of category.rules applies').optional(),
  priority: column('priority word, translated by values.priority').optional(),
  first_response_at: column('first public reply of a person').optional(),
  resolved_at: column('last resolution; mode tickets only').optional(),
  closed_at: column('mode tickets only').optional(),
  csat_score: column('satisfaction score on the scale named in csat').optional(),
  csat_feedback: column("the customer's comment on the score").optional(),
  csat_responded_at: column('when the score was given').optional(),
  csat_offered: column('whether a survey was sent (booleans)').optional(),
  is_escalated: column('whether the ticket is escalated (booleans)').optional(),
  escalation_reason: column('why it was escalated').optional(),
  escalation_level: column('whole number').optional(),
  escalated_at: column('when it was escalated').optional(),
  reopened_count: column("the desk's own count of reopenings").optional(),
  external_url: column('http or https address of the ticket').optional(),
  requester_email: column('e-mail address of the person who asked').optional(),
  assignee: column('name of the agent, never an id').optional(),
  tags: column('list; in CSV separated by ; or ,').optional(),
  source_updated_at: column('last change; default: the latest instant of the row').optional(),
  event_at: column('when this row was written; mode event_log only, and required there').optional(),
  sequence: column('number that orders rows written at the same time; mode event_log only').optional(),
});

/** Which column, path or template feeds which of our fields. */
export type ImportColumns = z.infer<typeof columnsSchema>;

/** A field that a column can be mapped to. */
export type ImportField = keyof ImportColumns;
