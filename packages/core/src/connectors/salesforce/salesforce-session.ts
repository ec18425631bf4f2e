import * as z from 'zod';
import type { ConnectorClock } from '../shared/clock.js';
import { ConnectorError } from '../shared/connector-error.js';
import { createJoinedWork } from '../shared/joined-work.js';
import { createVendorHttp } from '../shared/vendor-http.js';
import { signAssertion } from './salesforce-assertion.js';
import type { CheckedCredentials, SalesforceTokens } from './salesforce-credentials.js';
import { readSalesforceFailure } from './salesforce-errors.js';

const tokenSchema = z.object({
  access_token: z.string().min(1),
  instance_url: z.url({ protocol: /^https$/ }),
  refresh_token: z.string().min(1).optional(),
});

type Token = z.infer<typeof tokenSchema>;

/** Who we are to Salesforce, for as long as it lets us. */
export interface SalesforceSession {
  /** The token in use; the first call fetches one. */
  current(signal: AbortSignal | undefined): Promise<Token>;
  /** Fetches another; of several calls at once all wait for the same one. */
  renew(signal: AbortSignal | undefined): Promise<void>;
}

/** What {@link createSalesforceSession} needs. */
export interface SalesforceSessionOptions {
  my_domain: string;
  credentials: CheckedCredentials;
  fetch: typeof globalThis.fetch;
  clock: ConnectorClock;
  onTokensRotated?: ((tokens: SalesforceTokens) => void | Promise<void>) | undefined;
}

/** The address of an organization by the name of its My Domain. */
export const myDomainUrl = (myDomain: string): string => `https://${myDomain}.my.salesforce.com`;

/**
 * Makes a session. A token says nothing of when it ends, so that a new one is fetched when Salesforce refuses the old one
 * and not before.
 */
export const createSalesforceSession = (options: SalesforceSessionOptions): SalesforceSession => {
  const { credentials, clock, onTokensRotated } = options;
  const http = createVendorHttp({
    connector: 'salesforce',
    fetch: options.fetch,
    clock,
    baseUrl: () => `${myDomainUrl(options.my_domain)}/`,
    authorize: () => {},
    readFailure: readSalesforceFailure,
  });
  let token: Token | null = null;
  let refreshToken = credentials.type === 'refresh_token' ? credentials.refresh_token : '';

  const form = async (): Promise<Record<string, string>> => {
    switch (credentials.type) {
      case 'client_credentials': {
        const { client_id, client_secret } = credentials;
        return { grant_type: 'client_credentials', client_id, client_secret };
      }
      case 'jwt':
        return {
          grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
          assertion: await signAssertion(credentials, clock.now()),
        };
      case 'refresh_token': {
        const { client_id, client_secret } = credentials;
        return {
          grant_type: 'refresh_token',
          client_id,
          refresh_token: refreshToken,
          ...(client_secret !== undefined && { client_secret }),
        };
      }
    }
  };

  const keep = async (tokens: SalesforceTokens): Promise<void> => {
    try {
      await onTokensRotated?.(tokens);
    } catch (cause) {
      throw new ConnectorError('connector_refused', 'the new refresh token could not be kept', {
        connector: 'salesforce',
        operation: 'rotate tokens',
        cause,
      });
    }
  };

  const fetchToken = async (signal: AbortSignal | undefined): Promise<Token> => {
    // An aborted attempt would lose a refresh token that was rotated.
    const details = { operation: 'get access token', method: 'POST', signal, finishesAttempts: true } as const;
    const request = { ...details, form: await form() };
    const answer = tokenSchema.safeParse(await http.json('services/oauth2/token', request));
    if (!answer.success) {
      throw new ConnectorError('connector_bad_response', 'expected access_token and instance_url', {
        connector: 'salesforce',
        operation: request.operation,
      });
    }
    const { access_token, instance_url, refresh_token } = answer.data;
    if (credentials.type === 'refresh_token' && refresh_token !== undefined && refresh_token !== refreshToken) {
      // The old one is dead from now on: the new one has to be kept safe before anything else can go wrong.
      refreshToken = refresh_token;
      await keep({ access_token, instance_url, refresh_token });
    }
    return (token = answer.data);
  };

  const fetching = createJoinedWork(fetchToken);

  return {
    async current(signal) {
      signal?.throwIfAborted();
      return token ?? fetching.join(signal);
    },
    async renew(signal) {
      signal?.throwIfAborted();
      await fetching.join(signal);
    },
  };
};
