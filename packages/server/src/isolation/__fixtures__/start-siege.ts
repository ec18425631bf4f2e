import { createChance } from '../../demo/create-chance.js';
import { openObservedStore } from '../../__fixtures__/open-test-store.js';
import { recordingLogger } from '../../__fixtures__/start-test-server.js';
import { apiKeyAccess } from '../../auth/api-key-access.js';
import { firstOf } from '../../auth/authenticate.js';
import { jwtAccess } from '../../auth/jwt-access.js';
import { createSupportServer } from '../../create-support-server.js';
import { type ListName, NOWHERE, type Target, type Variant, VARIANTS } from './attack-variants.js';
import { fingerprints } from './fingerprints.js';
import { type Credentials, JWT_SECRET, makeCredentials } from './make-credentials.js';
import { NOW, type Planted, plantOrganization, ORGANIZATIONS } from './plant-organizations.js';

/** What came back, and what the database was asked for it. */
export interface Answer {
  status: number;
  /** Status, headers and body, but for the id of the request. */
  words: string;
  statements: string;
}

/** A request about something foreign, and the same about something that there is nowhere. */
export interface Attempt {
  name: string;
  credentials: Credentials;
  variant: Variant;
  answer: Answer;
  elsewhere: Answer;
}

const METRICS = '/api/reports/support-metrics';

const LISTS: Readonly<Record<ListName, string>> = {
  portfolio: `${METRICS}?limit=1`,
  alerts: `${METRICS}/alerts?limit=1`,
  unmatched: '/api/support/unmatched?limit=1',
  tickets: `${METRICS}/shared-maya/tickets?limit=1`,
};

const NAMED = VARIANTS.filter(({ isRefused }) => isRefused) as [Variant, ...Variant[]];
const OTHERS = VARIANTS.filter(({ isRefused }) => !isRefused) as [Variant, ...Variant[]];

/** Whether somebody may see it: their organization's, and of a CSM its own. */
const isSeenBy = ({ principal }: Credentials, { organization_id, csm_id }: Planted): boolean =>
  principal?.organization_id === organization_id && (principal.role !== 'csm' || principal.csm_id === csm_id);

/** A server for several organizations in memory, everything that is theirs, and everybody who might ask for it. */
export const startSiege = async () => {
  let statements: string[] = [];
  const { store, pglite } = await openObservedStore((statement) => statements.push(statement));
  const planted: Planted[] = [];
  const everybody: Credentials[] = [
    { name: 'nobody', principal: null, token: null },
    { name: 'no token', principal: null, token: 'cscx_made-up' },
  ];
  for (const organizationId of ORGANIZATIONS) {
    planted.push(...(await plantOrganization(store, organizationId)));
    everybody.push(...(await makeCredentials(store, organizationId)));
  }
  const logger = recordingLogger();
  const now = () => NOW;
  const authenticate = firstOf(apiKeyAccess(store), jwtAccess({ secret: JWT_SECRET, now }));
  const server = createSupportServer({ store, now, logger, rate_limits: false, authenticate });

  const ask = async (
    { token }: Credentials,
    { path, headers, body, method }: ReturnType<Variant['request']> & { method: string },
  ): Promise<Answer> => {
    statements = [];
    const request = new Request(`http://localhost${path}`, {
      method,
      headers: {
        ...headers,
        ...(body && { 'content-type': 'application/json' }),
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const response = await server.fetch(request);
    const { 'x-request-id': _id, ...shown } = Object.fromEntries(response.headers);
    const text = (await response.text()).replace(/"request_id":"[^"]*"/, '"request_id":""');
    // Those that are asked side by side come in any order.
    return {
      status: response.status,
      words: JSON.stringify([response.status, shown, text]),
      statements: statements.toSorted().join(';\n'),
    };
  };

  const adminOf = (organizationId: string): Credentials => {
    const isAdmin = ({ principal }: Credentials) =>
      principal?.organization_id === organizationId && principal.role === 'admin';
    const admin = everybody.find(isAdmin);
    if (!admin) throw new RangeError(`no admin of ${organizationId}`);
    return admin;
  };

  const cursorsOf = async (organizationId: string): Promise<Record<ListName, string>> => {
    const admin = adminOf(organizationId);
    const found = { ...NOWHERE.cursors };
    for (const list of Object.keys(LISTS) as ListName[]) {
      const { words } = await ask(admin, { method: 'GET', path: LISTS[list] });
      const [, , text] = JSON.parse(words) as [number, object, string];
      found[list] = (JSON.parse(text) as { next_cursor: string }).next_cursor;
    }
    return found;
  };
  const cursors = new Map<string, Target['cursors']>();
  for (const organizationId of ORGANIZATIONS) cursors.set(organizationId, await cursorsOf(organizationId));

  const targetOf = ({ id, organization_id, csm_id }: Planted): Target => ({
    id,
    organization_id,
    csm_id: csm_id ?? NOWHERE.csm_id,
    cursors: cursors.get(organization_id) ?? NOWHERE.cursors,
  });

  const elsewhere = new Map<string, Answer>();
  const askElsewhere = async (credentials: Credentials, { plain, route }: Variant): Promise<Answer> => {
    const key = `${credentials.name}: ${plain.name}`;
    const known = elsewhere.get(key);
    if (known) return known;
    const request = { method: route.method, ...plain.request(NOWHERE) };
    // The first of its kind fills what is kept in memory.
    if (route.method === 'GET' && credentials.principal !== null) await ask(credentials, request);
    const answer = await ask(credentials, request);
    elsewhere.set(key, answer);
    return answer;
  };

  return {
    store,
    everybody,
    planted,
    logger,
    ask,
    adminOf,
    /** Of all organizations, as they are now. */
    fingerprints: () => fingerprints(pglite),
    /** Asks so often, by chance, for what the asker may not know of. */
    async attack(count: number, seed: number): Promise<Attempt[]> {
      const chance = createChance(seed);
      const attempts: Attempt[] = [];
      while (attempts.length < count) {
        const variant = chance.pick(chance.happens(0.6) ? NAMED : OTHERS);
        const credentials = chance.pick(everybody as [Credentials, ...Credentials[]]);
        const thing = chance.pick(planted as [Planted, ...Planted[]]);
        const isKnown = planted.some((each) => each.id === thing.id && isSeenBy(credentials, each));
        const isStranger = credentials.principal?.organization_id !== thing.organization_id;
        if (isKnown || (variant.needsStranger && !isStranger)) continue;
        const request = { method: variant.route.method, ...variant.request(targetOf(thing)) };
        attempts.push({
          name: `${credentials.name}: ${variant.name}, about ${thing.kind} ${thing.id} of ${thing.organization_id}`,
          credentials,
          variant,
          elsewhere: await askElsewhere(credentials, variant),
          answer: await ask(credentials, request),
        });
      }
      return attempts;
    },
    close: () => store.close(),
  };
};

/** See {@link startSiege}. */
export type Siege = Awaited<ReturnType<typeof startSiege>>;
