import type { SimulatedPerson, SimulatedPriority, StoryChange, TicketStory } from '@cscx/support-core/simulators';
import type { TicketPriority } from '@cscx/support-core';
import { companyNumber, contactsOf, customerId, type DemoCustomer } from './demo-customers.js';
import type { DemoTicket } from './demo-tickets.js';
import { HOUR_MS } from './duration.js';
import { finallySolvedAt, solvedAt } from './ticket-course.js';
import type { TicketPlan } from './ticket-plan.js';

/** The words of support systems for priorities. */
const words: Readonly<Record<TicketPriority, SimulatedPriority>> = {
  low: 'low',
  medium: 'normal',
  high: 'high',
  critical: 'urgent',
};

/** Solved tickets that stay solved are closed after so many hours. */
const CLOSED_AFTER = 96;

/** Support systems write whole seconds. */
const wholeSecond = (ms: number): number => Math.floor(ms / 1000) * 1000;

/** Those that keep our id of a company show it; in the others, the customer's `external_ids` tell whose a ticket is. */
const showsOurId = ({ desk }: DemoCustomer): boolean => desk === 'zendesk' || desk === 'intercom';

const nameOf = (email: string): string =>
  (email.split('@')[0] ?? '')
    .split('.')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');

const requesterOf = ({ customer, requester }: TicketPlan): SimulatedPerson => {
  const id = companyNumber(customer);
  return {
    id: 10 * id + contactsOf(customer).indexOf(requester),
    name: nameOf(requester),
    email: requester,
    company: {
      id,
      name: customer.name,
      domain: `${customerId(customer)}.example`,
      external_id: showsOurId(customer) ? customerId(customer) : null,
    },
  };
};

const changesOf = (plan: TicketPlan): StoryChange[] => {
  const { openedAt, reply, wait = 0, escalation, reopened, rating } = plan;
  const changes: StoryChange[] = [];
  if (reply !== undefined) {
    const at = openedAt + reply * HOUR_MS;
    changes.push({ at, replied: true, status: wait > 0 ? 'pending' : 'open', priority: words[plan.priority] });
    if (wait > 0) changes.push({ at: at + wait * HOUR_MS, status: 'open' });
  }
  if (escalation) {
    const { after, reason, takenOverBy } = escalation;
    const at = openedAt + after * HOUR_MS;
    changes.push({ at, escalated: true, escalation_reason: reason, assignee: takenOverBy });
  }
  const solved = solvedAt(plan);
  const finallySolved = finallySolvedAt(plan);
  changes.push({ at: solved, status: 'solved' });
  if (reopened) {
    const at = solved + reopened.after * HOUR_MS;
    changes.push({ at, status: 'open' }, { at: finallySolved, status: 'solved' });
  }
  if (rating) {
    const { after, score, comment = null } = rating;
    changes.push({ at: finallySolved + after * HOUR_MS, rating: { score, comment } });
  }
  changes.push({ at: finallySolved + CLOSED_AFTER * HOUR_MS, status: 'closed' });
  return changes
    .filter(({ at }) => at < Infinity)
    .map((change) => ({ ...change, at: wholeSecond(change.at) }))
    .sort((a, b) => a.at - b.at);
};

/** The life of a demo ticket as a simulated account lives it. */
export const toTicketStory = ({ number, plan }: DemoTicket): TicketStory => ({
  number,
  subject: plan.subject,
  topic: plan.category,
  priority: words[plan.openedAs ?? plan.priority],
  requester: requesterOf(plan),
  assignee: plan.assignee,
  created_at: wholeSecond(plan.openedAt),
  changes: changesOf(plan),
});
