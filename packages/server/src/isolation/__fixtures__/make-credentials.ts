import { SignJWT } from 'jose';
import { SCOPES } from '@cscx/support-core/api';
import type { Principal } from '../../auth/authenticate.js';
import type { SupportStore } from '../../store/support-store.js';
import { NOW, type OrganizationId } from './plant-organizations.js';

/** What tokens are signed with. */
export const JWT_SECRET = 'a secret of more than thirty-two bytes';

/** A token, and what it is good for. */
export interface Credentials {
  /** For people who read what failed. */
  name: string;
  /** Null: for nothing. */
  principal: Pick<Principal, 'organization_id' | 'role' | 'csm_id'> | null;
  /** Null: none is sent. */
  token: string | null;
}

const expiresIn = (seconds: number): number => Date.parse(NOW) / 1000 + seconds;

const sign = (metadata: object, { secret = JWT_SECRET, exp = expiresIn(600) } = {}): Promise<string> =>
  new SignJWT({ sub: 'somebody', exp, app_metadata: metadata, user_metadata: { organization_id: 'globex' } })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(secret));

/** Keys for everything, for each scope alone, and one that has ended. */
const makeKeys = async (store: SupportStore, organization_id: OrganizationId): Promise<Credentials[]> => {
  const { apiKeys } = store.forOrganization(organization_id);
  const principal = { organization_id, role: 'service' as const };
  const made = [];
  for (const scopes of [SCOPES, ...SCOPES.map((scope) => [scope])]) {
    const { key } = await apiKeys.create({ scopes, now: NOW });
    made.push({ name: `${organization_id} key ${scopes.join(' ')}`, principal, token: key });
  }
  const { key, prefix } = await apiKeys.create({ scopes: SCOPES, now: NOW });
  await apiKeys.revoke(prefix, NOW);
  return [...made, { name: `${organization_id} revoked key`, principal: null, token: key }];
};

/** Tokens of every role, and some that are not good any more, or never were. */
const makeTokens = async (organization_id: OrganizationId): Promise<Credentials[]> => {
  const roles: Omit<NonNullable<Credentials['principal']>, 'organization_id'>[] = [
    { role: 'csm', csm_id: 'maya' },
    { role: 'csm', csm_id: 'noor' },
    { role: 'csm', csm_id: 'nobody' },
    { role: 'csm' },
    { role: 'manager' },
    { role: 'admin' },
    { role: 'service' },
  ];
  const known = roles.map(async (role) => {
    const principal = { organization_id, ...role };
    const { csm_id = '' } = role;
    return { name: `${organization_id} ${role.role} ${csm_id}`, principal, token: await sign(principal) };
  });
  const admin = { organization_id, role: 'admin' };
  return [
    ...(await Promise.all(known)),
    { name: `${organization_id} expired`, principal: null, token: await sign(admin, { exp: expiresIn(-60) }) },
    { name: `${organization_id} forged`, principal: null, token: await sign(admin, { secret: JWT_SECRET.repeat(2) }) },
    { name: `${organization_id} no role`, principal: null, token: await sign({ organization_id }) },
  ];
};

/** Every kind of credentials that there is of an organization. */
export const makeCredentials = async (store: SupportStore, organizationId: OrganizationId): Promise<Credentials[]> => [
  ...(await makeKeys(store, organizationId)),
  ...(await makeTokens(organizationId)),
];
