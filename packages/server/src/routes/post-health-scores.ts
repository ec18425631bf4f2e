import { type Instant, InvalidInputError } from '@cscx/support-core';
import type { healthScoresRoute } from '@cscx/support-core/api';
import { saveHealthScores } from '../customers/save-health-scores.js';
import type { RouteHandler } from './route-handler.js';

/** How far the host's clock may be ahead of ours; what is within counts as now. */
const TOLERANCE_MS = 300_000;

const isAhead = (at: Instant, now: Instant): boolean => Date.parse(at) > Date.parse(now);

export const postHealthScores: RouteHandler<typeof healthScoresRoute> = async (
  { health_scores },
  { organization, now },
) => {
  const latest = new Date(Date.parse(now) + TOLERANCE_MS).toISOString();
  const issues = health_scores.flatMap(({ at = now }, index) =>
    isAhead(at, latest)
      ? [{ path: `health_scores.${index}.at`, message: 'expected an instant that is not in the future' }]
      : [],
  );
  if (issues.length > 0) throw new InvalidInputError('body', issues);
  return saveHealthScores(
    organization,
    health_scores.map(({ at = now, ...score }) => ({ ...score, at: isAhead(at, now) ? now : at })),
  );
};
