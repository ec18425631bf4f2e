import type { Capability, ConnectionCheck, ConnectionProblem } from '../connector.js';
import { ConnectorError } from '../shared/connector-error.js';
import type { VendorHttp } from '../shared/vendor-http.js';
import { isVersionFrom } from './api-version.js';
import type { ReadIntercomSettings } from './intercom-options.js';
import { meSchema } from './intercom-payload.js';
import { CONVERSATION_SEARCH, type IntercomSearch, searchPages, TICKET_SEARCH } from './search-pages.js';

type Settings = Pick<ReadIntercomSettings, 'app_id' | 'region' | 'api_version'>;

/** What a person has to do about an error of one of the requests. */
const adviceOf = (error: ConnectorError, what: string, { region, api_version }: Settings): string => {
  if (error.vendor_code === 'intercom_version_invalid') {
    return `Intercom does not offer ${what} in version ${api_version} of its API: set api_version to a current one, such as 2.16.`;
  }
  if (error.vendor_code === 'api_plan_restricted') {
    return `The workspace's plan does not include ${what}, or has expired: renew or change the plan.`;
  }
  if (error.code === 'connector_unauthorized') {
    return `Intercom's ${region} region refused the access token: copy it anew from the app's page Authentication in the Developer Hub, or install the app again, and check that the workspace is hosted in that region (us, eu or au).`;
  }
  if (error.code === 'connector_forbidden' || error.code === 'connector_not_found') {
    return `The app may not read ${what}: give it the permission on its page Authentication in the Developer Hub.`;
  }
  return error.message;
};

/** Finds out what works, with one small request each. */
export const checkIntercomConnection = async (
  http: VendorHttp,
  settings: Settings,
  signal: AbortSignal | undefined,
): Promise<ConnectionCheck> => {
  const problems: ConnectionProblem[] = [];
  const attempt = async <Result>(
    capability: Capability | null,
    what: string,
    run: () => Promise<Result>,
  ): Promise<Result | null> => {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      problems.push({ capability, message: adviceOf(error, what, settings) });
      return null;
    }
  };
  const firstOf = (search: IntercomSearch) => searchPages(http, search, CHANGED, { per_page: 1, signal }).next();
  const result = (account: string | null): ConnectionCheck => ({
    isUsable: problems.every(({ capability }) => capability !== null),
    account,
    problems,
  });

  const me = await attempt(null, 'the workspace', () => http.json('me', { operation: 'me', signal }));
  if (me === null) return result(null);
  const app = meSchema.safeParse(me).data?.app;
  if (app?.id_code && app.id_code !== settings.app_id) {
    const message = `The access token is of the workspace ${app.id_code}, not of ${settings.app_id}: set app_id, or use that workspace's token.`;
    problems.push({ capability: null, message });
  }
  if (app?.region && app.region.toLowerCase() !== settings.region) {
    const message = `The workspace is hosted in the region ${app.region.toLowerCase()}, not in ${settings.region}: set region.`;
    problems.push({ capability: null, message });
  }
  await attempt(null, 'conversations', () => firstOf(CONVERSATION_SEARCH));
  await attempt('history', 'tickets', () => firstOf(TICKET_SEARCH));
  if (isVersionFrom(settings.api_version, 2, 16)) {
    const search = { page: 1, per_page: 1 };
    await attempt('deletions', 'the list of deleted conversations', () =>
      http.json('conversations/deleted', { operation: 'conversations/deleted', search, signal }),
    );
  }
  return result(app?.name ?? app?.id_code ?? null);
};

const CHANGED = [{ field: 'updated_at', operator: '>', value: 0 }] as const;
