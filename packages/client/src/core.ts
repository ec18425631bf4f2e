// All that this package takes from core at run time for pages, in one place: the order is what matters. Core builds its
// schemas while the JIT is off; the schemas of the host, which may share our copy of zod, keep theirs.
import './zod-jit-off.js';
export { InvalidInputError, isSupportError, SupportError } from '@cscx/support-core';
export { problemDetailsSchema, reportRoutes } from '@cscx/support-core/api';
import './zod-jit-restore.js';
