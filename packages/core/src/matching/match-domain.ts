import type { Claims } from './customer-keys.js';
import { isMailProvider } from './mail-provider.js';
import { domainsAbove, mailHost } from './mail-host.js';
import type { Match, UnmatchedReason } from '../model/match.js';

const unmatched = (reason: UnmatchedReason): Match => ({ customer_id: null, reason });

/** Beyond so many domains the answers are found anew: addresses of spam must not fill the memory. */
const KEPT_ANSWERS = 50_000;

/**
 * Makes a function that says whose a mail domain is. Of the domain and those above it, down to the registered one, the
 * narrowest that a customer claims decides.
 */
export const createDomainMatcher = (claims: Claims, ignored: readonly string[]): ((domain: string) => Match) => {
  const ignoredHosts = new Set(ignored.map((domain) => mailHost(domain) ?? domain.trim().toLowerCase()));
  const answers = new Map<string, Match>();

  const find = (domain: string): Match => {
    const host = mailHost(domain);
    const domains = host === null ? [] : domainsAbove(host);
    if (domains.some((each) => ignoredHosts.has(each))) return unmatched('ignored_domain');
    if (isMailProvider(domains)) return unmatched('free_mail');
    for (const each of domains) {
      const claimant = claims.get(each);
      if (claimant === null) return unmatched('conflict');
      if (claimant !== undefined) return { customer_id: claimant, rule: 'requester_domain' };
    }
    return unmatched('unknown_key');
  };

  return (domain) => {
    const known = answers.get(domain);
    if (known) return known;
    if (answers.size >= KEPT_ANSWERS) answers.clear();
    const answer = find(domain);
    answers.set(domain, answer);
    return answer;
  };
};
