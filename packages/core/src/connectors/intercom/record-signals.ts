import type { CategoryRule, EscalationRule, Signals } from '../shared/signal-rules.js';
import { attributeText } from './attribute-text.js';
import { tagsOf } from './intercom-escalation.js';
import { idText, type IntercomContext, type IntercomRecord } from './intercom-record.js';

const FIELD = 'field:';

const NOTHING: readonly never[] = [];

const isText = (text: string | null | undefined): text is string => typeof text === 'string' && text !== '';

/** The value of a custom attribute: the ticket's, else the conversation's. */
export const customAttribute = ({ conversation, ticket }: IntercomRecord, name: string | undefined): string | null =>
  attributeText(ticket?.ticket_attributes, name) ?? attributeText(conversation?.custom_attributes, name);

/**
 * Makes the reader of what rules may look at: `tags`, `status`, `priority`, `group` (team by name or id), `type` (of the
 * ticket), `topics`, `channel`, `linked_ticket` (categories), and `field:NAME` for any custom attribute.
 */
export const createSignalReader = (rules: readonly (EscalationRule | CategoryRule)[]) => {
  const fields = new Set(rules.flatMap(({ when }) => when.map(({ field }) => field)));
  const attributes = [...fields].filter((field) => field.startsWith(FIELD));
  return (
    record: IntercomRecord,
    { teamName }: IntercomContext,
    words: { status: string | null; priority: string | null },
  ): Signals => {
    const { conversation, ticket } = record;
    const team = idText(ticket?.team_assignee_id) ?? idText(conversation?.team_assignee_id);
    return {
      ...words,
      tags: tagsOf(conversation).map(({ name }) => name),
      group: team === null ? null : [team, teamName(team)].filter(isText),
      type: ticket?.ticket_type?.name,
      topics: conversation?.topics?.topics?.map(({ name }) => name).filter(isText),
      channel: conversation?.source?.type,
      linked_ticket: [
        ...(conversation?.linked_objects?.data ?? NOTHING),
        ...(ticket?.linked_objects?.data ?? NOTHING),
      ].flatMap(({ category }) => category ?? NOTHING),
      ...(attributes.length > 0 &&
        Object.fromEntries(attributes.map((field) => [field, customAttribute(record, field.slice(FIELD.length))]))),
    };
  };
};
