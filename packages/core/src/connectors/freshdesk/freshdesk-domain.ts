import * as z from 'zod';

/**
 * The bare name in what people type for their Freshdesk: `acme`, `acme.freshdesk.com` or a whole address. Anything else
 * stays as it is, for the schema to refuse.
 */
const bareName = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/s, '')
    .replace(/:\d+$/, '')
    .replace(/\.freshdesk\.com$/, '');

/** Schema of an account's name; what is parsed is always the bare name. */
export const freshdeskDomainSchema = z
  .string()
  .overwrite(bareName)
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
    'expected the name of a Freshdesk account, such as acme or acme.freshdesk.com; not the address of a portal of your own',
  )
  .meta({ description: 'acme, acme.freshdesk.com or its address; part of every ticket_id' });

/** Where an account is. */
export const freshdeskOrigin = (domain: string): string => `https://${domain}.freshdesk.com`;
