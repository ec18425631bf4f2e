import { http, HttpResponse } from 'msw';
import type { SalesforceCredentials } from '../../connectors/salesforce/salesforce-credentials.js';
import type { SalesforceOptions } from '../../connectors/salesforce/salesforce-options.js';
import {
  createSimulatedVendor,
  type SimulatedVendor,
  type SimulatedVendorOptions,
} from '../shared/simulated-vendor.js';
import { createSimulatedQueries } from './salesforce-queries.js';
import { recordId } from './salesforce-record-ids.js';
import { salesforceTruth } from './salesforce-truth.js';
import { createSimulatedTokens, SIMULATED_APP } from './salesforce-tokens.js';
import { salesforceError } from './salesforce-wire.js';

/** A simulated organization. */
export interface SimulatedSalesforceOptions extends SimulatedVendorOptions {
  /** @default 'acme' */
  my_domain?: string | undefined;
  /** The address that tokens name. @default that of the My Domain */
  instance_url?: string | undefined;
  /** Most records of a batch. @default 2000 */
  batch_size?: number | undefined;
  /** Objects and fields that are not there or hidden: `CaseMilestone`, `Case.IsStopped`. @default none */
  hidden?: readonly string[] | undefined;
  /** Each refresh gives a new refresh token. @default false */
  rotates_refresh_tokens?: boolean | undefined;
  /** Tells the use of the day's requests with each answer, and refuses more. @default no limit */
  rate_limit?: { used: number; limit: number } | undefined;
}

/** A Service Cloud in memory. */
export interface SimulatedSalesforce extends SimulatedVendor {
  /** What the connector needs to read it. */
  settings: SalesforceOptions;
  credentials: SalesforceCredentials;
  /** The 18 characters by which a ticket is known. */
  caseId(number: number): string;
  /** The same of a company's account. */
  accountId(companyNumber: number): string;
  /** Sets fields of a record as nobody would by hand; moments in milliseconds. */
  alter(id: string, number: number, fields: Readonly<Record<string, unknown>>): void;
  /** Answers the next requests to the API in another way, one each. */
  answerNext(...answers: (() => Response)[]): void;
  /** Refuses all requests for so many seconds. */
  refuseFor(seconds: number): void;
  /** Ordered queries for more records than this run into a timeout; null: none does. */
  slowDown(most: number | null): void;
  expireSessions(): void;
  dropCursors(): void;
  dropJobs(): void;
  /** How many access tokens were given out. */
  tokensGiven(): number;
}

/** Versions before this one are gone. */
const OLDEST_VERSION = 41;

const SETTINGS = {
  category_field: 'Topic__c',
  account_external_id_field: 'CSCX_Id__c',
  csat: {
    field: 'CSAT_Score__c',
    scale: { min: 1, max: 5 },
    feedback_field: 'CSAT_Comment__c',
    responded_at_field: 'CSAT_Responded__c',
  },
  escalation_rules: [
    {
      when: [
        { field: 'is_escalated', equals: 'true' },
        { field: 'field:Escalation_Reason__c', equals: 'asked for a manager' },
      ],
      reason: 'asked for a manager',
    },
    { when: [{ field: 'is_escalated', equals: 'true' }], reason: 'marked as escalated' },
    { when: [{ field: 'status', equals: 'Escalated' }], reason: 'status Escalated' },
  ],
} satisfies Partial<SalesforceOptions>;

const SEES_DELETED: Readonly<Record<string, boolean>> = { query: false, queryAll: true };

const tooMany = (): Response =>
  salesforceError(403, 'REQUEST_LIMIT_EXCEEDED', 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.');

/**
 * Makes a Salesforce organization of an account.
 *
 * @example
 * const vendor = createSimulatedSalesforce({ account, clock });
 * createSalesforceConnector({ ...vendor.settings, credentials: vendor.credentials, fetch: vendor.fetch, clock });
 */
export const createSimulatedSalesforce = (options: SimulatedSalesforceOptions): SimulatedSalesforce => {
  const { account, clock, my_domain = 'acme', batch_size = 2000, hidden = [], rate_limit } = options;
  const domainUrl = `https://${my_domain}.my.salesforce.com`;
  const instanceUrl = options.instance_url ?? domainUrl;
  const now = () => clock.now();
  const tokens = createSimulatedTokens({ instanceUrl, now, rotates: options.rotates_refresh_tokens === true });
  const changed = new Map<string, { number: number; fields: Readonly<Record<string, unknown>> }>();
  let most: number | null = null;
  const queries = createSimulatedQueries({ data: { account, changed }, batch_size, hidden, slowAbove: () => most });
  const planned: (() => Response)[] = [];
  let refusedUntil = 0;
  let used = rate_limit?.used ?? 0;

  const refusal = (request: Request, version: string): Response | null => {
    if (now() < refusedUntil) {
      const seconds = String(Math.ceil((refusedUntil - now()) / 1000));
      return salesforceError(503, 'SERVER_UNAVAILABLE', 'Service unavailable', { 'retry-after': seconds });
    }
    const instead = planned.shift();
    if (instead) return instead();
    if (!tokens.isValid(request.headers.get('authorization'))) {
      return salesforceError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    }
    if (Number(version) < OLDEST_VERSION) return salesforceError(410, 'UNSUPPORTED_API_VERSION', 'GONE');
    if (!rate_limit) return null;
    used += 1;
    if (used <= rate_limit.limit) return null;
    return salesforceError(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
  };

  const stamped = (response: Response): Response => {
    response.headers.set('date', new Date(now()).toUTCString());
    if (rate_limit)
      response.headers.set('sforce-limit-info', `api-usage=${used}/${rate_limit.limit}; api-bursts=1/750`);
    return response;
  };

  /** What every path of the API has in common. */
  const api = (
    method: 'get' | 'post',
    path: string,
    answer: (request: Request, params: Record<string, string>) => Response | Promise<Response>,
  ) =>
    http[method](`${instanceUrl}/services/data/v:version/${path}`, async ({ request, params }) => {
      const given = params as Record<string, string>;
      return stamped(refusal(request, given['version'] ?? '') ?? (await answer(request, given)));
    });

  const search = (request: Request): URLSearchParams => new URL(request.url).searchParams;
  const ask = (request: Request, endpoint: string, version = ''): Response =>
    queries.query(search(request).get('q') ?? '', SEES_DELETED[endpoint] === true, version);

  const handlers = [
    http.post(`${domainUrl}/services/oauth2/token`, async ({ request }) =>
      tokens.answer(new URLSearchParams(await request.text())),
    ),
    api('get', 'query', (request, { version }) => ask(request, 'query', version)),
    api('get', 'queryAll', (request, { version }) => ask(request, 'queryAll', version)),
    api('get', 'query/:locator', (_, { locator = '', version = '' }) => queries.more(locator, version)),
    api('get', 'sobjects/:object/describe', (_, { object = '' }) => queries.describe(object)),
    api('post', 'jobs/query', async (request) => {
      const { query } = (await request.json()) as { query: string };
      return queries.startJob(query);
    }),
    api('get', 'jobs/query/:job', (_, { job = '' }) => queries.job(job)),
    api('get', 'jobs/query/:job/results', (request, { job = '' }) => {
      const given = search(request);
      return queries.results(job, given.get('locator'), Number(given.get('maxRecords') ?? Infinity));
    }),
    http.all('https://*/*', () => HttpResponse.html('<html><body>URL No Longer Exists</body></html>', { status: 404 })),
  ];

  const { client_id, client_secret } = SIMULATED_APP;
  return {
    ...createSimulatedVendor(options, handlers, tooMany),
    settings: { my_domain, ...SETTINGS },
    credentials: { type: 'client_credentials', client_id, client_secret },
    truth: salesforceTruth(my_domain),
    caseId: (number) => recordId('case', number),
    accountId: (companyNumber) => recordId('account', companyNumber),
    alter: (id, number, fields) => void changed.set(id, { number, fields: { ...changed.get(id)?.fields, ...fields } }),
    answerNext: (...answers) => void planned.push(...answers),
    refuseFor: (seconds) => void (refusedUntil = now() + seconds * 1000),
    slowDown: (limit) => void (most = limit),
    expireSessions: () => tokens.expire(),
    dropCursors: () => queries.dropCursors(),
    dropJobs: () => queries.dropJobs(),
    tokensGiven: () => tokens.given(),
  };
};
