import { type ConnectionServices } from '../sync/open-connector.js';
import { createCredentialsVault } from '../sync/credentials-vault.js';

/** The keys of credentials, newest first. They have no option: other users of the machine can see options. */
const VARIABLE = 'CREDENTIALS_KEY';

/**
 * What connections are reached with, or undefined where there is no key for their credentials.
 *
 * @throws InvalidInputError for a key that is none
 */
export const configuredServices = (): ConnectionServices | undefined => {
  const text = process.env[VARIABLE]?.trim();
  if (!text) return undefined;
  return { vault: createCredentialsVault(text.split(',').map((key) => key.trim())) };
};
