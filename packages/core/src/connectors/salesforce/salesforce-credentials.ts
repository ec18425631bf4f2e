import * as z from 'zod';

const text = z.string().min(1);

/** Schema of {@link SalesforceCredentials}. */
export const salesforceCredentialsSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('client_credentials'),
    client_id: text,
    client_secret: text,
  }),
  z.strictObject({
    type: z.literal('jwt'),
    client_id: text,
    username: text.meta({ description: 'of the integration user, who has pre-authorised the app' }),
    private_key: text.meta({ description: 'PEM, PKCS #8: "-----BEGIN PRIVATE KEY-----"' }),
    audience: z
      .url()
      .default('https://login.salesforce.com')
      .meta({ description: 'https://test.salesforce.com for a sandbox' }),
  }),
  z.strictObject({
    type: z.literal('refresh_token'),
    client_id: text,
    client_secret: text.optional(),
    refresh_token: text,
  }),
]);

/**
 * How the connection proves who it is: as the app itself, as a user by a signed assertion, or by what a user granted
 * once.
 */
export type SalesforceCredentials = z.input<typeof salesforceCredentialsSchema>;

/** The same with defaults. */
export type CheckedCredentials = z.output<typeof salesforceCredentialsSchema>;

/** What a refresh gave; the refresh token is a new one where the app rotates them. */
export interface SalesforceTokens {
  access_token: string;
  refresh_token: string;
  instance_url: string;
}
