import type { SupportStore } from '../store/support-store.js';
import type { CredentialsVault } from './credentials-vault.js';

/**
 * Seals all credentials with the newest key, those of every organization; afterwards the older keys can be taken away.
 *
 * @throws CredentialsSealedError for credentials that none of the keys opens; what was sealed before stays so
 */
export const rotateCredentials = async (
  store: SupportStore,
  vault: CredentialsVault,
): Promise<{ resealed: number; unchanged: number }> => {
  let resealed = 0;
  const keys = await store.connectionsWithCredentials();
  for (const { organization_id, connection_id } of keys) {
    const owner = { organization_id, connection_id };
    await store.forOrganization(organization_id).transaction(async ({ connections }) => {
      const sealed = await connections.lockCredentials(connection_id);
      if (sealed === null || vault.isCurrent(sealed)) return;
      await connections.saveCredentials(connection_id, vault.seal(vault.open(sealed, owner), owner));
      resealed += 1;
    });
  }
  return { resealed, unchanged: keys.length - resealed };
};
