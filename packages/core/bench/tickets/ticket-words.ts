export const STATUSES = ['open', 'pending', 'resolved', 'closed'] as const;

export const PRIORITIES = ['low', 'medium', 'high', 'critical'] as const;

export type Priority = (typeof PRIORITIES)[number];

/** Hours to the first response and to the resolution: the package's default policy, around the clock. */
export const TARGET_HOURS: Record<Priority, { first_response: number; resolution: number }> = {
  low: { first_response: 24, resolution: 72 },
  medium: { first_response: 8, resolution: 48 },
  high: { first_response: 4, resolution: 24 },
  critical: { first_response: 1, resolution: 4 },
};

export const CATEGORIES = [
  'how_to',
  'bug',
  'billing',
  'access',
  'performance',
  'integration',
  'feature_request',
  'uncategorized',
] as const;
