import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.unstubAllGlobals());

// A file of its own: zod tries `new Function` once in the life of a process.
test('importing the operations in a page after the client builds no code from strings', async () => {
  const evaluations: string[] = [];
  vi.stubGlobal('document', {});
  vi.stubGlobal(
    'Function',
    new Proxy(Function, {
      construct(target, source: string[]) {
        evaluations.push(source.join());
        return Reflect.construct(target, source) as object;
      },
    }),
  );
  await import('../index.js');
  const { createOperationsClient } = await import('./index.js');
  await createOperationsClient({
    baseUrl: 'https://support.example',
    getToken: () => 'token',
    fetch: async () => Response.json({ connections: [], data_as_of: null }),
  }).getSyncStatus();
  expect(evaluations).toEqual([]);
});
