import * as z from 'zod';

const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;

const bareName = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/\.zendesk\.com$/, '');

/** Schema of an account's name, however a person writes it: `acme`, `acme.zendesk.com`, `https://acme.zendesk.com/agent`. */
export const zendeskSubdomainSchema = z.string().transform((text, context) => {
  const name = bareName(text);
  if (NAME.test(name)) return name;
  context.addIssue({ code: 'custom', message: 'expected the name before .zendesk.com, not a domain of your own' });
  return z.NEVER;
});
