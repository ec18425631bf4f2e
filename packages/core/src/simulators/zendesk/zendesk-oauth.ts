import { http, HttpResponse, type RequestHandler } from 'msw';
import type { ZendeskCredentials } from '../../connectors/zendesk/zendesk-options.js';

/** How a simulated account lets its callers in. */
export type ZendeskAuth = ZendeskCredentials['type'];

/** The door of an account. */
export interface ZendeskDoor {
  handler: RequestHandler;
  credentials: ZendeskCredentials;
  isOpen(request: Request): boolean;
  /** The access token is refused from now on; the refresh token still works. */
  expire(): void;
  /** How many tokens were issued, the first included. */
  rounds(): number;
}

const CLIENT = { client_id: 'cscx', client_secret: 'simulated-client-secret' };
const USER = { email: 'sync@helpdesk.example', token: 'simulated-api-token' };

/** Makes the door of an account: the tokens in force, and the endpoint that replaces them. */
export const createZendeskDoor = (
  auth: ZendeskAuth,
  { base, seconds, now }: { base: string; seconds: number; now: () => number },
): ZendeskDoor => {
  let round = 0;
  const issue = () => {
    round += 1;
    return { access: `access-${round}`, refresh: `refresh-${round}`, expires: now() + seconds * 1000 };
  };
  let tokens = issue();

  const refused = (error: string): Response =>
    HttpResponse.json({ error, error_description: 'simulated' }, { status: error === 'invalid_client' ? 401 : 400 });

  const handler: RequestHandler = http.post(`${base}/oauth/tokens`, async ({ request }) => {
    const body = (await request.json()) as Record<string, string | undefined>;
    if (body['client_id'] !== CLIENT.client_id || body['client_secret'] !== CLIENT.client_secret)
      return refused('invalid_client');
    if (body['grant_type'] === 'refresh_token' && body['refresh_token'] !== tokens.refresh)
      return refused('invalid_grant');
    tokens = issue();
    return HttpResponse.json({
      access_token: tokens.access,
      token_type: 'bearer',
      scope: 'read',
      expires_in: seconds,
      ...(body['grant_type'] === 'refresh_token' && {
        refresh_token: tokens.refresh,
        refresh_token_expires_in: 2_592_000,
      }),
    });
  });

  const credentials = {
    api_token: { type: 'api_token', ...USER },
    client_credentials: { type: 'client_credentials', ...CLIENT },
    oauth: { type: 'oauth', ...CLIENT, access_token: tokens.access, refresh_token: tokens.refresh },
  } as const;

  return {
    handler,
    credentials: credentials[auth],
    isOpen(request) {
      const header = request.headers.get('authorization');
      if (auth === 'api_token') return header === `Basic ${btoa(`${USER.email}/token:${USER.token}`)}`;
      return header === `Bearer ${tokens.access}` && now() < tokens.expires;
    },
    expire() {
      tokens = { ...tokens, expires: now() };
    },
    rounds: () => round,
  };
};
