/** What a ticket of the account is to Intercom: a conversation, one that was converted into a ticket, or a ticket alone. */
export type IntercomKind = 'conversation' | 'converted' | 'ticket' | 'back_office' | 'outbound';

const FIRST = 215_470_000_000_000;

/** Intercom's ids are long, and text. */
export const conversationIdOf = (number: number): string => String(FIRST + number);

/** The number of a ticket by Intercom's id; NaN for none. */
export const numberOf = (id: string): number => (/^\d{15}$/.test(id) ? Number(id) - FIRST : Number.NaN);

/** 24 hexadecimal digits, as contacts and companies have. */
export const objectIdOf = (id: number): string => String(id).padStart(24, '6');

/** Whether a kind is found among the conversations, and whether among the tickets. */
export const isConversation = (kind: IntercomKind): boolean => kind !== 'ticket' && kind !== 'back_office';
export const isTicket = (kind: IntercomKind): boolean => kind !== 'conversation' && kind !== 'outbound';

/** Ids of teammates by name, as they come. */
export const createTeammates = () => {
  const ids = new Map<string, number>();
  return {
    idOf: (name: string): number => {
      const known = ids.get(name) ?? 991_267_000 + ids.size;
      ids.set(name, known);
      return known;
    },
    all: () => [...ids].map(([name, id]) => ({ type: 'admin', id: String(id), name, email: null })),
  };
};

/** See {@link createTeammates}. */
export type Teammates = ReturnType<typeof createTeammates>;
