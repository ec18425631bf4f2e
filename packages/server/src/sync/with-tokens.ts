import { z } from 'zod';

/** Credentials that change with use: only these hold tokens that have to be kept. */
const rotatingSchema = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('oauth') }),
  z.looseObject({ type: z.literal('refresh_token') }),
]);

/** Credentials with the tokens that a refresh gave; the same object where they hold none. */
export const withTokens = (credentials: object, tokens: object): object => {
  const { data: rotating } = rotatingSchema.safeParse(credentials);
  if (rotating?.type === 'oauth') return { ...credentials, ...tokens };
  if (rotating?.type === 'refresh_token' && 'refresh_token' in tokens) {
    return { ...credentials, refresh_token: tokens.refresh_token };
  }
  return credentials;
};
