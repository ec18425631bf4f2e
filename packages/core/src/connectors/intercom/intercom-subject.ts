import { attributeText } from './attribute-text.js';
import type { IntercomRecord } from './intercom-record.js';
import { plainText } from './plain-text.js';

const FROM_BODY = 80;

/**
 * What a ticket is called: the ticket's title, the conversation's, the subject of its mail, the title that Intercom's AI
 * gave; with `fromMessage` how its first message begins, else nothing. Titles may be empty, and the whole source missing.
 */
export const intercomSubject = ({ conversation, ticket }: IntercomRecord, fromMessage: boolean): string => {
  const text =
    plainText(attributeText(ticket?.ticket_attributes, '_default_title_') ?? '') ||
    plainText(conversation?.title ?? '') ||
    plainText(conversation?.source?.subject ?? '') ||
    plainText(attributeText(conversation?.custom_attributes, 'AI Title') ?? '');
  if (text || !fromMessage) return text;
  const body = conversation?.source?.body ?? attributeText(ticket?.ticket_attributes, '_default_description_') ?? '';
  return Array.from(plainText(body)).slice(0, FROM_BODY).join('');
};
