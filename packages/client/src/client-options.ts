import type { GetToken } from './access-token.js';
import { InvalidInputError } from './core.js';

/** How to reach the support API. */
export interface SupportClientOptions {
  /** Where the API is served, without `/api`: an origin, a folder, or in a browser a path such as `/` or `/support`. */
  baseUrl: string | URL;
  /** Gives the bearer token; called once at first and again when the server refuses the token. */
  getToken: GetToken;
  /** @default globalThis.fetch */
  fetch?: typeof globalThis.fetch;
  /** Milliseconds that one attempt may take. @default 10_000 */
  timeout?: number;
  /**
   * How often a call that reads or replaces is sent again after 408, 429, 500, 502–504 or a network error: nobody knows
   * whether any other (POST) has been carried out. `Retry-After` is obeyed. @default 2
   */
  retries?: number;
}

/** @throws InvalidInputError when `baseUrl` is no address or `getToken` no function */
export function checkedOptions(creator: string, options: SupportClientOptions): SupportClientOptions {
  const issues = [
    !URL.canParse(String(options.baseUrl), globalThis.location?.href) && {
      path: 'baseUrl',
      message: 'expected an address such as https://support.example.com, or a path in a browser',
    },
    typeof options.getToken !== 'function' && { path: 'getToken', message: 'expected a function that gives a token' },
  ].filter((issue) => issue !== false);
  if (issues.length > 0) throw new InvalidInputError(creator, issues);
  return options;
}
