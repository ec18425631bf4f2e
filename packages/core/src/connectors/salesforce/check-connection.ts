import type { ConnectionCheck, ConnectionProblem } from '../connector.js';
import { ConnectorError } from '../shared/connector-error.js';
import { HISTORY_OBJECT } from './capability-probes.js';
import { caseCompanions } from './case-companions.js';
import type { CaseReader } from './case-reader.js';

/** What a person has to do about a refusal, by Salesforce's code for it. */
const ADVICE: readonly (readonly [code: string, advice: string])[] = [
  ['no_run_as_user', 'choose a run-as user in the client credentials flow of the external client app'],
  ['no_api_scope', 'give the external client app the OAuth scope "api"'],
  [
    'not_approved',
    'pre-authorise the app for the integration user: permitted users "admin approved", with a permission set',
  ],
  ['expired', 'the refresh token was revoked or has expired: authorise the connection again'],
  ['inactive_user', 'the integration user is inactive'],
  ['wrong_domain', 'client credentials need the My Domain of the organization: check my_domain'],
  ['invalid_grant', 'the grant was refused: check the user, the audience and the policies of the app'],
  ['invalid_client', 'check client_id and client_secret'],
  ['unsupported_grant_type', 'enable this OAuth flow in the settings of the app'],
  ['API_VERSION_RETIRED', 'this API version is retired: raise api_version'],
  ['API_DISABLED_FOR_ORG', 'the edition or the user lacks API access: give the user the permission "API Enabled"'],
  ['API_CURRENTLY_DISABLED', 'give the integration user the permission "API Enabled"'],
  ['FUNCTIONALITY_NOT_ENABLED', 'the organization lacks API access'],
  ['INSUFFICIENT_ACCESS', 'give the integration user Read access to cases'],
  ['INVALID_SESSION_ID', 'the token is refused: check the scope "api" and the session policies of the app'],
  ['REQUEST_LIMIT_EXCEEDED', 'the daily API requests of the organization are used up: try again later'],
  ['QUOTA_SHARE', 'the share of the daily API requests that this connection may see used is reached: try again later'],
];

const adviceOn = ({ vendor_code = '', message }: ConnectorError): string => {
  const [, advice] = ADVICE.find(([code]) => vendor_code.includes(code)) ?? [];
  return advice === undefined ? message : `${advice} (${vendor_code})`;
};

const capabilityProblems = async (reader: CaseReader): Promise<ConnectionProblem[]> => {
  const { schema, settings, signal } = reader;
  const companions = [{ ...HISTORY_OBJECT, capability: 'history' as const }, ...caseCompanions(settings)];
  const problems: ConnectionProblem[] = [];
  for (const { object, capability, absence } of companions) {
    if (absence === null || problems.some(({ message }) => message === absence)) continue;
    if (!(await schema.fields(object, signal))) problems.push({ capability, message: absence });
  }
  return problems;
};

/** Asks for a token, for the fields and for one case; names what is missing. */
export const checkSalesforce = async (reader: CaseReader): Promise<ConnectionCheck> => {
  const { api, settings, signal } = reader;
  const account = settings.my_domain;
  try {
    const { select, missing } = await reader.fields();
    await api.records(`SELECT ${select.join(',')} FROM Case LIMIT 1`, { operation: 'read one case', signal });
    const ofSettings = missing.map(({ name, setting }): ConnectionProblem => {
      const message = `${setting}: the field ${name} is not there, or the integration user may not read it`;
      return { capability: setting.startsWith('csat') ? 'csat' : null, message };
    });
    return { isUsable: true, account, problems: [...ofSettings, ...(await capabilityProblems(reader))] };
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof ConnectorError)) throw error;
    return { isUsable: false, account, problems: [{ capability: null, message: adviceOn(error) }] };
  }
};
