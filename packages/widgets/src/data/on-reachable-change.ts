/**
 * Calls whenever the page comes into sight or goes out of it, and when the network comes or goes.
 *
 * @returns the function that ends it
 */
export function onReachableChange(listener: () => void): () => void {
  const sources = [
    [document, 'visibilitychange'],
    [globalThis, 'online'],
    [globalThis, 'offline'],
  ] as const;
  for (const [target, event] of sources) target.addEventListener(event, listener);
  return () => {
    for (const [target, event] of sources) target.removeEventListener(event, listener);
  };
}
