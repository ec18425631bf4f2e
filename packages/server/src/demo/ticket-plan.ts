import type { TicketPriority } from '@cscx/support-core';
import type { Category } from './demo-topics.js';
import type { DemoCustomer } from './demo-customers.js';

/** How one ticket of the demo goes. Times are hours; what lies after the demo's now does not happen. */
export interface TicketPlan {
  customer: DemoCustomer;
  category: Category;
  subject: string;
  priority: TicketPriority;
  /** It was opened with this priority and raised once somebody had looked at it. */
  openedAs?: TicketPriority;
  /** Milliseconds since the epoch. */
  openedAt: number;
  requester: string;
  assignee: string;
  /** From opening to the first reply; absent: none yet. */
  reply?: number;
  /** How long it waits for the customer after the reply; `Infinity`: it still does. @default 0 */
  wait?: number;
  /** From opening to its resolution without the waiting; absent: unresolved. */
  work?: number;
  /** Since opening. */
  escalation?: { after: number; reason: string; takenOverBy: string };
  /** Reopened so long after the resolution, and resolved again after so much more work. */
  reopened?: { after: number; work: number };
  /** The answer to the survey, so long after the resolution. */
  rating?: { after: number; score: number; comment?: string };
}
