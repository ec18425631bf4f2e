import type { IntercomCompany, IntercomConversation, IntercomTicket } from './intercom-payload.js';

/** A contact as it was looked up: what a conversation itself does not tell. */
export interface IntercomContact {
  email: string | null;
  /** Null: none, or nobody can say which. */
  company: IntercomCompany | null;
  /** Belongs to several companies of which none could be preferred. */
  isAmbiguous: boolean;
  custom_attributes: unknown;
}

/** A conversation, the ticket that it was converted into, or both: Intercom numbers them as one. */
export interface IntercomRecord {
  conversation: IntercomConversation | null;
  ticket: IntercomTicket | null;
}

/** What has to be known besides a record itself. */
export interface IntercomContext {
  contactOf: (id: string) => IntercomContact | undefined;
  /** Name of a teammate by id. */
  adminName: (id: string) => string | undefined;
  teamName: (id: string) => string | undefined;
}

/** Nothing is known besides the record, as with a recorded payload. */
export const noContext: IntercomContext = {
  contactOf: () => undefined,
  adminName: () => undefined,
  teamName: () => undefined,
};

/** An id as text; null for nobody: null, 0 and "0", by version. */
export const idText = (id: string | number | null | undefined): string | null => {
  if (id == null) return null;
  const text = String(id);
  return text === '0' || text === '' ? null : text;
};

/** People outside, as opposed to teammates and bots. */
const CONTACT_TYPES: readonly string[] = ['user', 'lead', 'contact', 'visitor'];

/** The author of the first message where that is somebody outside; on outbound conversations it is a teammate. */
export const authorOutside = ({ source }: Pick<IntercomConversation, 'source'>) => {
  const author = source?.author;
  return author?.type != null && CONTACT_TYPES.includes(author.type) ? author : null;
};

/** Whose request it is: the author, else the first contact, which is the primary one of a group. */
export const contactIdOf = ({ conversation, ticket }: IntercomRecord): string | null =>
  idText(conversation && authorOutside(conversation)?.id) ??
  idText(conversation?.contacts?.contacts?.[0]?.id) ??
  idText(ticket?.contacts?.contacts?.[0]?.id);

/** Whether only the contact can tell whose ticket it is: versions up to 2.14 name no company, tickets never do. */
export const needsContact = ({ conversation }: IntercomRecord): boolean =>
  conversation?.company === undefined || (conversation.company === null && !authorOutside(conversation)?.email);

/** Whether a text can stand in a path of the API. */
export const isApiId = (id: string): boolean => /^[\w-]+$/.test(id);
