import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';

const noAlerts = async (): Promise<Response> => Response.json({ alerts: [], next_cursor: null, data_as_of: null });

afterEach(() => vi.unstubAllGlobals());

// A file of its own: zod tries `new Function` once in the life of a process.
test('importing the client in a page builds no code from strings, and leaves the schemas of the host as they were', async () => {
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

  const { createSupportClient } = await import('./index.js');
  await createSupportClient({
    baseUrl: 'https://support.example',
    getToken: () => 'token',
    fetch: noAlerts,
  }).listAlerts();
  expect(evaluations).toEqual([]);

  z.object({ name: z.string() }).parse({ name: 'host' });
  expect(evaluations).not.toEqual([]);
});
