import { operationRoutes } from './operation-routes.js';
import { reportRoutes } from './report-routes.js';

/** Every route of the API. */
export const apiRoutes = [...reportRoutes, ...operationRoutes] as const;
