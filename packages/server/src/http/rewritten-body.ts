import type { IncomingMessage } from 'node:http';

const rewritten = new WeakSet<object>();

/** Notes that a host had parsed the body: what is passed on is JSON that was written anew, not the bytes that came. */
export const noteRewrittenBody = (request: IncomingMessage): void => void rewritten.add(request);

/** Whether the bytes of a request are gone, so that no signature of them can be checked. */
export const hasRewrittenBody = (bindings: unknown): boolean => {
  const { incoming } = (bindings ?? {}) as { incoming?: object };
  return incoming !== undefined && rewritten.has(incoming);
};
