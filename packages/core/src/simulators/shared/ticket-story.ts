/** A company of a simulated account. */
export interface SimulatedCompany {
  /** The vendor's own number of it. */
  id: number;
  name: string;
  domain: string;
  /** What the account keeps as the host product's id of it; null: nothing. */
  external_id: string | null;
}

/** Somebody who asks. */
export interface SimulatedPerson {
  id: number;
  name: string;
  email: string | null;
  company: SimulatedCompany | null;
}

/** The words of a helpdesk, from which each vendor's are made. */
export type SimulatedStatus = 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed';

/** See {@link SimulatedStatus}; null: none was set, where the vendor allows it. */
export type SimulatedPriority = 'low' | 'normal' | 'high' | 'urgent' | null;

/** The answer to a survey. */
export interface SimulatedRating {
  /** 1 to 5; a vendor with a coarser scale rounds it. */
  score: number;
  comment: string | null;
  /** Milliseconds since the epoch. */
  at: number;
}

/** What a change can set on a ticket. */
export interface TicketSettings {
  subject: string;
  status: SimulatedStatus;
  priority: SimulatedPriority;
  tags: readonly string[];
  assignee: string | null;
  /** A person's first public reply happened now. */
  replied: true;
  /** Somebody raised it; vendors without a flag tell by a tag. */
  escalated: boolean;
  escalation_reason: string;
  rating: Omit<SimulatedRating, 'at'>;
  removed: 'deleted' | 'spam' | 'merged' | null;
}

/** Something that happens to a ticket. */
export type StoryChange = { /** Milliseconds since the epoch. */ at: number } & Partial<TicketSettings>;

/** A ticket's whole life; an account shows as much of it as has happened. */
export interface TicketStory {
  /** Its number, unique in the account. */
  number: number;
  subject: string;
  /** What it is about, in one word; the vendor's `type`, a field or a tag tells it. */
  topic: string;
  priority: SimulatedPriority;
  tags?: readonly string[];
  requester: SimulatedPerson;
  assignee: string | null;
  /** Milliseconds since the epoch, a whole second. */
  created_at: number;
  /** In order. */
  changes: readonly StoryChange[];
}
