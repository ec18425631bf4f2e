import type {
  SimulatedPriority,
  SimulatedRating,
  SimulatedStatus,
  StoryChange,
  TicketSettings,
  TicketStory,
} from './ticket-story.js';

/** A status and when it was entered. */
export interface StatusEntry {
  at: number;
  status: SimulatedStatus;
}

/** A ticket as it is now; moments in milliseconds since the epoch. */
export interface SimulatedTicket {
  story: TicketStory;
  number: number;
  subject: string;
  status: SimulatedStatus;
  priority: SimulatedPriority;
  tags: readonly string[];
  assignee: string | null;
  created_at: number;
  updated_at: number;
  first_replied_at: number | null;
  replies: number;
  first_solved_at: number | null;
  /** The last one; null while it is open again. */
  solved_at: number | null;
  closed_at: number | null;
  reopened_at: number | null;
  reopens: number;
  escalated: boolean;
  escalated_at: number | null;
  escalation_reason: string | null;
  /** When the customer was asked for a rating: with the first solution. */
  survey_sent_at: number | null;
  ratings: readonly SimulatedRating[];
  removed: TicketSettings['removed'];
  statuses: readonly StatusEntry[];
}

const isDone = (status: SimulatedStatus): boolean => status === 'solved' || status === 'closed';

/** A ticket in the moment in which it is opened. */
export const openTicket = (story: TicketStory): SimulatedTicket => ({
  story,
  number: story.number,
  subject: story.subject,
  status: 'new',
  priority: story.priority,
  tags: story.tags ?? [],
  assignee: story.assignee,
  created_at: story.created_at,
  updated_at: story.created_at,
  first_replied_at: null,
  replies: 0,
  first_solved_at: null,
  solved_at: null,
  closed_at: null,
  reopened_at: null,
  reopens: 0,
  escalated: false,
  escalated_at: null,
  escalation_reason: null,
  survey_sent_at: null,
  ratings: [],
  removed: null,
  statuses: [{ at: story.created_at, status: 'new' }],
});

const enter = (ticket: SimulatedTicket, status: SimulatedStatus, at: number): Partial<SimulatedTicket> => {
  if (status === ticket.status) return {};
  const statuses = [...ticket.statuses, { at, status }];
  const wasDone = isDone(ticket.status);
  if (!isDone(status)) {
    const reopened = wasDone && { solved_at: null, closed_at: null, reopened_at: at, reopens: ticket.reopens + 1 };
    return { status, statuses, ...reopened };
  }
  return {
    status,
    statuses,
    solved_at: wasDone ? ticket.solved_at : at,
    first_solved_at: ticket.first_solved_at ?? at,
    survey_sent_at: ticket.survey_sent_at ?? at,
    closed_at: status === 'closed' ? at : null,
  };
};

/** The ticket after a change. */
export const applyChange = (ticket: SimulatedTicket, { at, ...change }: StoryChange): SimulatedTicket => {
  const { status, replied, escalated, rating, ...settings } = change;
  return {
    ...ticket,
    ...settings,
    ...(status && enter(ticket, status, at)),
    ...(replied && { first_replied_at: ticket.first_replied_at ?? at, replies: ticket.replies + 1 }),
    ...(escalated !== undefined && {
      escalated,
      escalated_at: escalated ? (ticket.escalated_at ?? at) : ticket.escalated_at,
    }),
    ...(rating && { ratings: [...ticket.ratings, { ...rating, at }] }),
    updated_at: at,
  };
};
