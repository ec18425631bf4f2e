import { SCOPES, type Scope } from '@cscx/support-core/api';
import type { Principal, Role } from './authenticate.js';

/** What each role may do at most. */
export const ROLE_SCOPES: Readonly<Record<Role, readonly Scope[]>> = {
  csm: ['reports:read', 'alerts:write', 'sync:read'],
  manager: ['reports:read', 'alerts:write', 'matching:write', 'sync:read'],
  admin: SCOPES,
  service: SCOPES,
};

/** Whether a principal may do something: its role has to allow it, and its own scopes where it has some. */
export const hasScope = ({ role, scopes }: Pick<Principal, 'role' | 'scopes'>, scope: Scope): boolean =>
  ROLE_SCOPES[role].includes(scope) && (scopes?.includes(scope) ?? true);
