import { InvalidInputError } from '@cscx/support-core';
import type { HealthScore } from '../store/health-scores.js';
import type { OrganizationStore } from '../store/organization-store.js';

/** What a writing of health scores did. */
export interface SavedHealthScores {
  /** Scores that are new or now different. */
  saved: number;
  unchanged: number;
}

/**
 * Notes health scores of customers. A customer's own `health_score` is that of the latest moment afterwards.
 *
 * @param organization - in a transaction
 * @throws InvalidInputError naming every score of a customer that there is not; nothing is written then
 */
export const saveHealthScores = async (
  { customers, healthScores }: OrganizationStore,
  scores: readonly HealthScore[],
): Promise<SavedHealthScores> => {
  const customer_ids = [...new Set(scores.map(({ customer_id }) => customer_id))];
  const known = new Map((await customers.list({ customer_ids })).map((customer) => [customer.customer_id, customer]));
  const issues = scores.flatMap(({ customer_id }, index) =>
    known.has(customer_id)
      ? []
      : [{ path: `health_scores.${index}.customer_id`, message: 'expected a customer that is known' }],
  );
  if (issues.length > 0) throw new InvalidInputError('body', issues);
  const saved = await healthScores.save(scores);
  const latest = await healthScores.latest(customer_ids);
  await customers.save(
    [...known.values()].map((customer) => ({ ...customer, health_score: latest.get(customer.customer_id) })),
  );
  return { saved, unchanged: scores.length - saved };
};
