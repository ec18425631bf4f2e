import { config } from 'zod';

/** What the host chose for its own schemas. */
export const { jitless } = { ...config() };

if (typeof document === 'object') config({ jitless: true });
