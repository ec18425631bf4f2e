import { createSupportClient } from '@cscx/support-client';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { api } from '../__fixtures__/answers.js';
import { AlertFeed, CustomerDetail, SupportOverview, SupportProvider } from '../index.js';

test('the page takes over what a server has drawn, without a difference, and clears it away on leaving', async () => {
  const client = createSupportClient({
    baseUrl: 'https://support.example',
    getToken: () => 'token',
    fetch: async (input) => api(new Request(input)),
  });
  const app = (
    <StrictMode>
      <SupportProvider client={client} theme="dark">
        <SupportOverview />
        <CustomerDetail customerId="acme" onBack={() => undefined} />
        <AlertFeed />
      </SupportProvider>
    </StrictMode>
  );
  const complaints = vi.fn<(error: unknown) => void>();
  vi.spyOn(console, 'error').mockImplementation(complaints);

  const container = document.createElement('div');
  container.innerHTML = renderToString(app);
  document.body.append(container);
  const drawn = container.querySelectorAll('.sw-root');
  const root = hydrateRoot(container, app, { onRecoverableError: complaints });
  await expect.poll(() => container.querySelectorAll('.sw-skeleton').length).toBe(0);
  expect([...drawn].map(({ isConnected }) => isConnected)).toEqual([true, true, true]);
  expect(complaints).not.toHaveBeenCalled();

  root.unmount();
  await expect.poll(() => container.innerHTML).toBe('');
  container.remove();
  vi.restoreAllMocks();
});
