import { getDomain } from 'tldts';

/** Whoever registers below such a suffix (`github.io`, `uk.com`) is another organization. */
const TENANTS_APART = { allowPrivateDomains: true };

const hostOf = (address: string): string | null => {
  try {
    return new URL(address.includes('://') ? address : `http://${address}`).hostname;
  } catch {
    return null;
  }
};

/**
 * The host of a domain as people write it (`@acme.com`, `*.acme.com`, `www.acme.com`, `https://acme.com/`, `bücher.de`), in
 * lower case and the letters of DNS; null where there is none, and for a public suffix such as `co.uk` or `github.io`.
 */
export const mailHost = (domain: string): string | null => {
  const host = hostOf(domain.trim())
    ?.replace(/\.$/, '')
    .replace(/^\*\./, '')
    .replace(/^www\.(?=.+\.)/, '');
  return host && getDomain(host, TENANTS_APART) !== null ? host : null;
};

/** The domain of an address, as written; null without one. */
export const domainOfAddress = (address: string): string | null => {
  const at = address.lastIndexOf('@');
  return at < 0 || at === address.length - 1 ? null : address.slice(at + 1);
};

/** A host and the domains above it, the narrowest first, down to the one that was registered. */
export const domainsAbove = (host: string): string[] => {
  const registered = getDomain(host, TENANTS_APART);
  if (registered === null) return [];
  const labels = host.split('.');
  const depth = labels.length - registered.split('.').length;
  return Array.from({ length: depth + 1 }, (_, above) => labels.slice(above).join('.'));
};
