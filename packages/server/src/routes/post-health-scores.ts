import type { healthScoresRoute } from '@cscx/support-core/api';
import type { RouteHandler } from './route-handler.js';

export const postHealthScores: RouteHandler<typeof healthScoresRoute> = () => {
  throw new Error('not there yet');
};
