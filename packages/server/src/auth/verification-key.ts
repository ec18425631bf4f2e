import type { JWTVerifyGetKey } from 'jose';

/** How a kind of key is used: signatures by a secret and by a key pair are never taken for each other. */
export interface VerificationKey {
  algorithms: string[];
  /** Throws NotReadyError while the key cannot be had. */
  find: JWTVerifyGetKey;
}
