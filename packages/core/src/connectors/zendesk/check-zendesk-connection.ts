import * as z from 'zod';
import type { ConnectionCheck, ConnectionProblem } from '../connector.js';
import { ConnectorError, type ConnectorErrorCode } from '../shared/connector-error.js';
import type { ZendeskApi } from './zendesk-api.js';
import { readEnvelope } from './zendesk-errors.js';
import type { ZendeskSettings } from './zendesk-options.js';

/** One question to the account, and what a refusal means to a person. */
interface Probe {
  capability: ConnectionProblem['capability'];
  operation: string;
  path: string;
  search?: (now: number) => Record<string, string | number>;
  refusals: Partial<Record<ConnectorErrorCode, string>>;
}

const CREDENTIALS_REFUSED =
  'Zendesk refused the credentials: authorize the connection anew, or check the e-mail address and the API token';
const needsAdmin = (what: string): string =>
  `Zendesk does not let this user read ${what}: the user has to be an administrator, and the token needs the scope read`;

const probesOf = (settings: ZendeskSettings): Probe[] => [
  {
    capability: null,
    operation: 'incremental tickets',
    path: 'incremental/tickets/cursor.json',
    search: (now) => ({ start_time: now - 120, per_page: 1 }),
    refusals: { connector_forbidden: needsAdmin('the ticket export') },
  },
  {
    capability: 'sla',
    operation: 'ticket metric events',
    path: 'incremental/ticket_metric_events.json',
    search: (now) => ({ start_time: now - 120 }),
    refusals: {
      connector_forbidden: needsAdmin('SLA events (ticket metric events)'),
      connector_not_found: 'The plan of this Zendesk account has no ticket metric events: SLAs are computed instead',
    },
  },
  settings.survey_points === undefined
    ? {
        capability: 'csat',
        operation: 'satisfaction ratings',
        path: 'satisfaction_ratings.json',
        search: () => ({ 'page[size]': 1 }),
        refusals: {
          connector_forbidden:
            'Satisfaction ratings cannot be read: they need the plan Professional, CSAT switched on, and an administrator',
          connector_not_found: 'The plan of this Zendesk account has no satisfaction ratings',
        },
      }
    : {
        capability: 'csat',
        operation: 'survey responses',
        path: 'guide/survey_responses',
        search: () => ({ 'page[size]': 1 }),
        refusals: {
          connector_forbidden:
            'Survey responses cannot be read: they need Support Professional or Suite Growth, and an administrator',
          connector_not_found: 'This Zendesk account has no new CSAT surveys: leave survey_points out',
        },
      },
];

const userSchema = z.object({ user: z.object({ id: z.number().nullish(), role: z.string().nullish() }) });

/** The problem that an error is; anything but an error of the connector, such as an abort, is thrown on. */
const problemOf = (
  error: unknown,
  { capability, refusals }: Pick<Probe, 'capability' | 'refusals'>,
): ConnectionProblem => {
  if (!(error instanceof ConnectorError)) throw error;
  if (error.code === 'connector_unauthorized') return { capability: null, message: CREDENTIALS_REFUSED };
  return { capability, message: refusals[error.code] ?? error.message };
};

/** Who we are, as Zendesk sees it. With wrong credentials it may answer as to anybody: a user without id. */
const whoAmI = async (
  { impatient }: ZendeskApi,
  { subdomain }: ZendeskSettings,
  signal: AbortSignal | undefined,
): Promise<ConnectionProblem | null> => {
  const operation = 'own user';
  try {
    const { user } = readEnvelope(userSchema, await impatient.json('users/me.json', { operation, signal }), operation);
    if (user.id == null || user.role === 'end-user') return { capability: null, message: CREDENTIALS_REFUSED };
    if (user.role === 'agent') return { capability: null, message: needsAdmin('the ticket export') };
    return null;
  } catch (error) {
    return problemOf(error, {
      capability: null,
      refusals: {
        connector_forbidden: 'Zendesk accepts the token but lets it read nothing: it needs the scope read',
        connector_not_found: `There is no Zendesk account at ${subdomain}.zendesk.com`,
      },
    });
  }
};

/** Asks an account what works, and says in a person's words what does not. */
export const createConnectionCheck =
  (api: ZendeskApi, settings: ZendeskSettings) =>
  async ({ signal }: { signal?: AbortSignal | undefined } = {}): Promise<ConnectionCheck> => {
    const account = `${settings.subdomain}.zendesk.com`;
    const identity = await whoAmI(api, settings, signal);
    if (identity) return { isUsable: false, account: null, problems: [identity] };
    const problems: ConnectionProblem[] = [];
    for (const probe of probesOf(settings)) {
      const { operation, path } = probe;
      const search = probe.search?.(Math.floor(api.clock.now() / 1000));
      try {
        await api.impatient.json(path, { operation, search, signal });
      } catch (error) {
        problems.push(problemOf(error, probe));
      }
    }
    return { isUsable: problems.every(({ capability }) => capability !== null), account, problems };
  };
