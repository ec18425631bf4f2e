import type { VisibleCustomers } from '../store/visible-customers.js';
import type { Principal } from './authenticate.js';

/** Which customers somebody sees: a CSM its own, and none while nobody says which these are; everybody else all. */
export const visibleTo = ({ role, csm_id }: Principal): VisibleCustomers | undefined =>
  role === 'csm' ? { csm_id: csm_id ?? null } : undefined;
