import { decodeJwt } from 'jose';
import { HttpResponse } from 'msw';

/** Who may come in. */
export const SIMULATED_APP = {
  client_id: 'simulated-consumer-key',
  client_secret: 'simulated-consumer-secret',
  username: 'integration@acme.example',
  refresh_token: 'refresh-0',
} as const;

/** The token endpoint of the organization and the tokens that it gave out. */
export interface SimulatedTokens {
  answer(form: URLSearchParams): Response;
  isValid(authorization: string | null): boolean;
  /** Ends all sessions, as a policy of the organization does. */
  expire(): void;
  /** How many tokens were given out. */
  given(): number;
}

const refuse = (error: string, error_description: string): Response =>
  HttpResponse.json({ error, error_description }, { status: 400 });

/**
 * @param rotates - whether each refresh gives a new refresh token, the old one being dead at once
 */
export const createSimulatedTokens = ({
  instanceUrl,
  now,
  rotates,
}: {
  instanceUrl: string;
  now: () => number;
  rotates: boolean;
}): SimulatedTokens => {
  let count = 0;
  let refreshToken: string = SIMULATED_APP.refresh_token;
  const valid = new Set<string>();

  /** Why an assertion is refused; null: it is fine. Its signature is not looked at. */
  const assertionProblem = (assertion: string): string | null => {
    const { iss, sub, aud, exp = 0 } = decodeJwt(assertion);
    if (iss !== SIMULATED_APP.client_id) return 'invalid client';
    if (sub !== SIMULATED_APP.username) return "user hasn't approved this consumer";
    if (aud !== 'https://login.salesforce.com') return 'audience is invalid';
    const left = exp - now() / 1000;
    return left > 0 && left <= 300 ? null : 'expired authorization code';
  };

  const give = (more: Record<string, string> = {}): Response => {
    count += 1;
    const access_token = `00DdM0000000001!${count}`;
    valid.add(access_token);
    const id = 'https://login.salesforce.com/id/00DdM0000000001EAA/005dM0000000001EAA';
    const body = {
      access_token,
      instance_url: instanceUrl,
      id,
      token_type: 'Bearer',
      issued_at: String(now()),
      ...more,
    };
    return HttpResponse.json(body);
  };

  return {
    answer(form) {
      const isApp = form.get('client_id') === SIMULATED_APP.client_id;
      switch (form.get('grant_type') ?? '') {
        case 'client_credentials':
          if (!isApp || form.get('client_secret') !== SIMULATED_APP.client_secret) {
            return refuse('invalid_client', 'invalid client credentials');
          }
          return give();
        case 'refresh_token': {
          if (!isApp) return refuse('invalid_client_id', 'client identifier invalid');
          if (form.get('refresh_token') !== refreshToken)
            return refuse('invalid_grant', 'expired access/refresh token');
          if (!rotates) return give();
          refreshToken = `refresh-${count + 1}`;
          return give({ refresh_token: refreshToken });
        }
        case 'urn:ietf:params:oauth:grant-type:jwt-bearer': {
          const problem = assertionProblem(form.get('assertion') ?? '');
          return problem === null ? give() : refuse('invalid_grant', problem);
        }
        default:
          return refuse('unsupported_grant_type', 'grant type not supported');
      }
    },
    isValid: (authorization) => valid.has(authorization?.replace('Bearer ', '') ?? ''),
    expire: () => valid.clear(),
    given: () => count,
  };
};
