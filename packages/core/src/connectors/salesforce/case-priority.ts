import type { TicketPriority } from '../../model/ticket-priority.js';
import type { Warn } from '../shared/page.js';

/** What labels sound like, the first that fits. */
const LABELS: readonly (readonly [RegExp, TicketPriority])[] = [
  [/p1|crit|urgent|sev.?1/, 'critical'],
  [/high|p2|sev.?2/, 'high'],
  [/medium|normal|p3|sev.?3/, 'medium'],
  [/low|p4|p5|sev.?[45]/, 'low'],
];

/** Reads priority labels; none at all is `medium`. */
export type CasePriorityWords = (label: string | null | undefined, warn: Warn) => TicketPriority;

/** Makes the reader of an organization's priority labels; what the connection says wins. */
export const createCasePriorityWords = (priorityMap: Readonly<Record<string, TicketPriority>>): CasePriorityWords => {
  const overrides = new Map(Object.entries(priorityMap).map(([label, value]) => [label.trim().toLowerCase(), value]));
  return (label, warn) => {
    if (label == null || label === '') return 'medium';
    const word = label.trim().toLowerCase();
    const priority = overrides.get(word) ?? LABELS.find(([sound]) => sound.test(word))?.[1];
    if (priority === undefined) warn('unknown_priority', 'Priority', label);
    return priority ?? 'medium';
  };
};
