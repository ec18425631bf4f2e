import { config } from 'zod';

/** What the host chose for its own schemas. */
export const { jitless } = { ...config() };

// A schema built with the JIT tries `new Function` at once, and a Content-Security-Policy without 'unsafe-eval' reports
// every try as a violation, even a caught one.
if (typeof document === 'object') config({ jitless: true });
