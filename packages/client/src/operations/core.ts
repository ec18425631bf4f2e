// The same as ../core.ts for what pages do without. A module runs once only, so this entry has a switch of its own.
import './zod-jit-off.js';
export { operationRoutes } from '@cscx/support-core/api';
import './zod-jit-restore.js';
