import { type ApiRoute, apiRoutes } from '@cscx/support-core/api';

/** What a request is about: something that the asker may not know of, or something that there is nowhere. */
export interface Target {
  id: string;
  organization_id: string;
  csm_id: string;
  /** Where pages of that organization's lists ended. */
  cursors: Record<ListName, string>;
}

/** Lists that have pages. */
export type ListName = 'portfolio' | 'alerts' | 'unmatched' | 'tickets';

/** Well-formed, of no list. */
const UNKNOWN_CURSOR = Buffer.from(JSON.stringify({ state: {}, check: 'nowhere' })).toString('base64url');

/** What there is nowhere. */
export const NOWHERE: Target = {
  id: 'nowhere',
  organization_id: 'nobody',
  csm_id: 'no-csm',
  cursors: {
    portfolio: UNKNOWN_CURSOR,
    alerts: UNKNOWN_CURSOR,
    unmatched: UNKNOWN_CURSOR,
    tickets: UNKNOWN_CURSOR,
  },
};

/** What is sent. */
export interface AttackRequest {
  path: string;
  headers?: Record<string, string>;
  body?: object;
}

/** A way to ask about a target. */
export interface Variant {
  name: string;
  route: ApiRoute;
  request: (target: Target) => AttackRequest;
  /** The same without any trick, by a name of its own: about what there is nowhere, it is answered no differently. */
  plain: { name: string; request: (target: Target) => AttackRequest };
  /** Names the target in its path and is well-formed: 404, or 401. */
  isRefused: boolean;
  /** Makes sense only against another organization. */
  needsStranger?: boolean;
}

/** What has the same name in each organization. */
const OWN_CUSTOMER = 'shared-maya';
const OWN_UNMATCHED = 'zendesk:desk:90';

type OperationId = (typeof apiRoutes)[number]['operationId'];

const routeOf = (operationId: OperationId): ApiRoute => {
  const route = apiRoutes.find((each) => each.operationId === operationId);
  if (!route) throw new RangeError(`no route ${operationId}`);
  return route;
};

/** Bodies that a route takes, whatever the path names. */
const BODIES: Partial<Record<OperationId, (target: Target) => object[]>> = {
  actOnAlert: () => [
    { action: 'acknowledge' },
    { action: 'resolve', note: 'not mine' },
    { action: 'snooze', until: '2026-12-01T00:00:00Z' },
    { action: 'reopen' },
  ],
  linkTicket: ({ id }) => [{ customer_id: OWN_CUSTOMER }, { customer_id: null }, { customer_id: id }],
};

/** Where people have put the name of an organization, or another verb, in the hope that somebody reads it. */
const claims = ({ organization_id, csm_id }: Target): Record<string, string>[] => [
  {},
  { 'x-organization-id': organization_id, 'x-org-id': organization_id, 'x-tenant-id': organization_id },
  { cookie: `organization_id=${organization_id}; csm_id=${csm_id}`, 'x-csm-id': csm_id, 'x-role': 'admin' },
  { 'x-forwarded-host': `${organization_id}.example.com`, 'x-forwarded-user': organization_id },
  { 'x-original-url': `/api/reports/support-metrics?csm_id=${csm_id}`, 'x-http-method-override': 'GET' },
];

/** Ways to write an id that might be read as another one. */
const SPELLINGS: ((target: Target) => string)[] = [
  ({ id }) => id,
  ({ id }) => id.toUpperCase(),
  ({ id }) => `${id} `,
  ({ id, organization_id }) => `${organization_id}:${id}`,
  ({ id, organization_id }) => `../${organization_id}/${id}`,
  ({ id, organization_id }) => `${id}' or organization_id = '${organization_id}`,
  ({ id }) => `${id}%`,
];

const pathTo = ({ path }: ApiRoute, id: string): string => path.replace(/\{\w+\}/, () => encodeURIComponent(id));

const isPathWith = ({ path }: ApiRoute): boolean => path.includes('{');

/** Every route that names something, about the target. */
const namedInPath = (route: ApiRoute): Variant[] => {
  const bodiesOf = BODIES[route.operationId as OperationId] ?? (() => [undefined]);
  const variants: Variant[] = [];
  for (const index of bodiesOf(NOWHERE).keys()) {
    const ask = (target: Target, id: string): AttackRequest => {
      const body = bodiesOf(target)[index];
      return { path: pathTo(route, id), ...(body && { body }) };
    };
    const plain = { name: `${route.operationId} ${index}`, request: (target: Target) => ask(target, target.id) };
    for (const [spelling, spell] of SPELLINGS.entries()) {
      for (const claim of claims(NOWHERE).keys()) {
        variants.push({
          name: `${plain.name} ${spelling} ${claim}`,
          route,
          isRefused: true,
          plain,
          request: (target) => ({ ...ask(target, spell(target)), headers: claims(target)[claim] ?? {} }),
        });
      }
    }
  }
  const malformed: ((target: Target) => AttackRequest)[] = [
    ({ id, organization_id }) => ({ path: `${pathTo(route, id)}?organization_id=${organization_id}` }),
    ({ id }) => ({ path: pathTo(route, `${id}\0`) }),
    ({ id, organization_id }) => ({
      path: pathTo(route, id),
      ...(route.method !== 'GET' && { body: { organization_id, customer_id: OWN_CUSTOMER, action: 'resolve' } }),
    }),
  ];
  for (const [index, request] of malformed.entries()) {
    const name = `${route.operationId} malformed ${index}`;
    variants.push({ name, route, request, plain: { name, request }, isRefused: false });
  }
  return variants;
};

const METRICS = '/api/reports/support-metrics';

type Ask = readonly [OperationId, (target: Target) => AttackRequest, needsStranger?: boolean];

/** Lists and writes that name the target in their query or body. */
const ASKS: readonly Ask[] = [
  ['getPortfolio', () => ({ path: METRICS })],
  ['getPortfolio', ({ organization_id }) => ({ path: `${METRICS}?organization_id=${organization_id}` })],
  ['getPortfolio', ({ id }) => ({ path: `${METRICS}?csm_id=${encodeURIComponent(id)}` })],
  ['getPortfolio', ({ cursors }) => ({ path: `${METRICS}?limit=1&cursor=${cursors.portfolio}` }), true],
  ['listAlerts', () => ({ path: `${METRICS}/alerts` })],
  ['listAlerts', ({ id }) => ({ path: `${METRICS}/alerts?customer_id=${encodeURIComponent(id)}` })],
  ['listAlerts', ({ id }) => ({ path: `${METRICS}/alerts?csm_id=${encodeURIComponent(id)}` })],
  ['listAlerts', ({ cursors }) => ({ path: `${METRICS}/alerts?limit=1&cursor=${cursors.alerts}` }), true],
  [
    'listCustomerTickets',
    ({ cursors }) => ({ path: `${METRICS}/${OWN_CUSTOMER}/tickets?limit=1&cursor=${cursors.tickets}` }),
    true,
  ],
  [
    'listCustomerTickets',
    ({ id }) => ({ path: `${METRICS}/${OWN_CUSTOMER}/tickets?q=${encodeURIComponent(id)}` }),
    true,
  ],
  ['listUnmatchedTickets', () => ({ path: '/api/support/unmatched' })],
  [
    'listUnmatchedTickets',
    ({ cursors }) => ({ path: `/api/support/unmatched?limit=1&cursor=${cursors.unmatched}` }),
    true,
  ],
  ['getSyncStatus', () => ({ path: '/api/support/sync' })],
  ['getSyncStatus', ({ organization_id }) => ({ path: `/api/support/sync?organization_id=${organization_id}` })],
  [
    'linkTicket',
    ({ id }) => ({ path: `/api/support/unmatched/${encodeURIComponent(OWN_UNMATCHED)}`, body: { customer_id: id } }),
  ],
  [
    'postHealthScores',
    ({ id }) => ({
      path: '/api/support/health-scores',
      body: { health_scores: [{ customer_id: id, health_score: 1 }] },
    }),
  ],
  [
    'postHealthScores',
    ({ id }) => ({
      path: '/api/support/health-scores',
      body: { health_scores: [OWN_CUSTOMER, id].map((customer_id) => ({ customer_id, health_score: 1 })) },
    }),
  ],
  [
    'postHealthScores',
    ({ organization_id }) => ({
      path: '/api/support/health-scores',
      body: { organization_id, health_scores: [{ customer_id: OWN_CUSTOMER, health_score: 1 }] },
    }),
  ],
  [
    'putCustomers',
    ({ id, organization_id }) => ({
      path: '/api/support/customers',
      body: { customers: [{ customer_id: id, name: 'Mine', csm_id: null, organization_id }] },
    }),
  ],
];

const namedElsewhere = ([operationId, request, needsStranger = false]: Ask, index: number): Variant[] =>
  claims(NOWHERE).map((_, claim) => ({
    name: `${operationId} elsewhere ${index} ${claim}`,
    route: routeOf(operationId),
    request: (target) => ({ ...request(target), headers: claims(target)[claim] ?? {} }),
    plain: { name: `${operationId} elsewhere ${index}`, request },
    isRefused: false,
    needsStranger,
  }));

/** Every way to ask. None of them succeeds in writing anything. */
export const VARIANTS: readonly Variant[] = [
  ...apiRoutes.filter(isPathWith).flatMap(namedInPath),
  ...ASKS.flatMap(namedElsewhere),
];
