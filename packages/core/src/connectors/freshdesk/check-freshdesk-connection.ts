import type { ConnectionCheck, ConnectionProblem } from '../connector.js';
import { ConnectorError, type ConnectorErrorCode } from '../shared/connector-error.js';
import { beginWalk } from './changed-rows-walk.js';
import type { FreshdeskApi } from './freshdesk-api.js';
import { isOutOfReach } from './freshdesk-errors.js';
import { type FreshdeskAgentPayload, freshdeskAgentSchema } from './freshdesk-payload.js';
import { listRatings } from './rating-stream.js';

/** The agent sees the tickets of all groups. */
const GLOBAL_SCOPE = 1;

const WHAT_TO_DO: Partial<Record<ConnectorErrorCode, string>> = {
  connector_unauthorized:
    'Freshdesk refused the API key: copy it anew from the profile settings of an agent who is still active',
  connector_forbidden:
    'This agent may not read tickets through the API: use the key of an administrator; the Free plan has no API at all',
  connector_not_found: 'There is no Freshdesk account of this name: take the part before .freshdesk.com of its address',
  connector_rate_limited: 'The rate limit of the account is used up by this or another integration: try again later',
};

const ANY_OTHER = 'Freshdesk gave no usable answer: try again later';

const problemOf = (error: unknown, capability: ConnectionProblem['capability']): ConnectionProblem => {
  if (!(error instanceof ConnectorError)) throw error;
  return { capability, message: WHAT_TO_DO[error.code] ?? ANY_OTHER };
};

const NARROW_SCOPE =
  'The agent of this API key does not see all tickets, and Freshdesk leaves the others out without a word: ' +
  'give the agent the ticket scope "Global Access", or use the key of an administrator';

const UNKNOWN_SCOPE =
  'Freshdesk does not tell which tickets the agent of this API key sees: make sure that its ticket scope is "Global Access"';

/** The agent of the key; null where the key may not read even that. */
const readOwnAgent = async (
  api: FreshdeskApi,
  signal: AbortSignal | undefined,
): Promise<FreshdeskAgentPayload | null> => {
  try {
    const record = await api.one('agents/me', { operation: 'read own agent', signal });
    return freshdeskAgentSchema.safeParse(record).data ?? null;
  } catch (error) {
    if (isOutOfReach(error)) return null;
    throw error;
  }
};

/** What a try throws as a problem; an abort is thrown on. */
const tried = async (
  capability: ConnectionProblem['capability'],
  attempt: () => Promise<ConnectionProblem | undefined>,
): Promise<ConnectionProblem[]> => {
  try {
    const problem = await attempt();
    return problem ? [problem] : [];
  } catch (error) {
    return [problemOf(error, capability)];
  }
};

/**
 * Asks who the key belongs to, whether tickets can be listed, and whether the plan has surveys. An agent who sees only some
 * tickets is a problem, since the others are missing without an error.
 */
export const checkFreshdeskConnection = async (
  api: FreshdeskApi,
  domain: string,
  signal: AbortSignal | undefined,
): Promise<ConnectionCheck> => {
  const account = `${domain}.freshdesk.com`;
  const { since } = beginWalk(null);
  const tickets = await tried(null, async () => {
    const search = { updated_since: since, per_page: 1 };
    await api.list('tickets', { operation: 'list tickets', search, budget: api.ticketLists, signal });
    return undefined;
  });
  if (tickets.length > 0) return { isUsable: false, account, problems: tickets };
  const scope = await tried('incremental', async () => {
    const agent = await readOwnAgent(api, signal);
    const message = agent === null ? UNKNOWN_SCOPE : agent.ticket_scope === GLOBAL_SCOPE ? null : NARROW_SCOPE;
    return message === null ? undefined : { capability: 'incremental', message };
  });
  const surveys = await tried('csat', async () => {
    try {
      await listRatings(api, { since, page: 1, per_page: 1 }, signal);
      return undefined;
    } catch (error) {
      if (!(error instanceof ConnectorError) || error.code !== 'connector_forbidden') throw error;
      return { capability: 'csat', message: `Satisfaction ratings cannot be read: ${error.message}` };
    }
  });
  return { isUsable: true, account, problems: [...scope, ...surveys] };
};
