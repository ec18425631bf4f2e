import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';
import { FREE_MAIL_DOMAINS } from './free-mail-domains.js';

let providers: ReadonlySet<string> | undefined;

/** Read at the first question: whoever only imports the entry does not pay for the list. */
const knownProviders = (): ReadonlySet<string> =>
  (providers ??= new Set([...FREE_MAIL_DOMAINS, ...disposableEmailBlocklistSet()]));

/** Says whether anybody may have a mailbox at one of these domains: free mail, an access provider's, disposable mail. */
export const isMailProvider = (domains: readonly string[]): boolean =>
  domains.some((domain) => knownProviders().has(domain));
