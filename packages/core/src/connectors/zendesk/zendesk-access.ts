import * as z from 'zod';
import { epochOf, instantOf } from '../../time/instant.js';
import type { ConnectorClock } from '../shared/clock.js';
import { createJoinedWork } from '../shared/joined-work.js';
import type { VendorHttp, VendorHttpOptions } from '../shared/vendor-http.js';
import { readEnvelope } from './zendesk-errors.js';
import type { ZendeskConnectorOptions, zendeskCredentialsSchema, ZendeskTokens } from './zendesk-options.js';

/** How requests prove who they are. */
export type ZendeskAccess = Pick<VendorHttpOptions, 'authorize' | 'renew'>;

type Credentials = z.output<typeof zendeskCredentialsSchema>;

/** A token is replaced so long before it ends; the shortest-lived ones last 5 minutes. */
const MARGIN_MS = 60_000;

/** A 401 within this time of a refresh was about the token before. */
const FRESH_MS = 60_000;

const tokensSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  expires_in: z.number().positive().nullish(),
});

const basicAccess = ({ email, token }: Extract<Credentials, { type: 'api_token' }>): ZendeskAccess => {
  const user = email.replace(/\/token$/, '');
  const bytes = new TextEncoder().encode(`${user}/token:${token}`);
  const encoded = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return { authorize: (headers) => headers.set('authorization', `Basic ${encoded}`) };
};

const grantOf = (credentials: Exclude<Credentials, { type: 'api_token' }>, refresh_token: string | null) => {
  const { client_id, client_secret } = credentials;
  return credentials.type === 'oauth'
    ? { grant_type: 'refresh_token', refresh_token, client_id, client_secret }
    : { grant_type: 'client_credentials', scope: credentials.scope, client_id, client_secret };
};

const tokenAccess = (
  credentials: Exclude<Credentials, { type: 'api_token' }>,
  {
    tokenHttp,
    clock,
    onTokensRotated,
  }: { tokenHttp: VendorHttp; clock: ConnectorClock } & Pick<ZendeskConnectorOptions, 'onTokensRotated'>,
): ZendeskAccess => {
  let tokens: ZendeskTokens | null = credentials.type === 'oauth' ? credentials : null;
  /** Given out by Zendesk but not kept by the caller yet. */
  let unsaved: ZendeskTokens | null = null;
  let renewedAt = -Infinity;

  const request = async (signal: AbortSignal | undefined): Promise<ZendeskTokens> => {
    const operation = 'refresh the access token';
    const json = grantOf(credentials, tokens?.refresh_token ?? null);
    // An aborted attempt would lose the only tokens that still work.
    const details = { operation, method: 'POST', json, signal, finishesAttempts: true } as const;
    const document = await tokenHttp.json('/oauth/tokens', details);
    const { access_token, refresh_token, expires_in } = readEnvelope(tokensSchema, document, operation);
    return {
      access_token,
      refresh_token: refresh_token ?? (credentials.type === 'oauth' ? (tokens?.refresh_token ?? null) : null),
      expires_at: expires_in == null ? null : instantOf(clock.now() + expires_in * 1000),
    };
  };
  const replace = async (signal: AbortSignal | undefined): Promise<void> => {
    unsaved ??= await request(signal);
    await onTokensRotated?.(unsaved);
    tokens = unsaved;
    unsaved = null;
    renewedAt = clock.now();
  };
  const replacing = createJoinedWork(replace);
  const isUsable = (): boolean =>
    tokens !== null && (tokens.expires_at === null || epochOf(tokens.expires_at) - MARGIN_MS > clock.now());

  return {
    async authorize(headers, signal) {
      // While a refresh runs, the token that we still have is already dead.
      if (replacing.isRunning() || unsaved || !isUsable()) await replacing.join(signal);
      headers.set('authorization', `Bearer ${tokens?.access_token}`);
    },
    async renew(signal) {
      if (clock.now() - renewedAt >= FRESH_MS) await replacing.join(signal);
    },
  };
};

/**
 * Makes the way in. Refresh tokens work once and take the access token with them, so there is one refresh at a time, the
 * new pair is kept by the caller before it is used, and nothing is refreshed before it has to be.
 */
export const createZendeskAccess = (
  credentials: Credentials,
  parts: { tokenHttp: VendorHttp; clock: ConnectorClock } & Pick<ZendeskConnectorOptions, 'onTokensRotated'>,
): ZendeskAccess => (credentials.type === 'api_token' ? basicAccess(credentials) : tokenAccess(credentials, parts));
