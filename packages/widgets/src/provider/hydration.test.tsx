import { createSupportClient } from '@cscx/support-client';
import { createOperationsClient } from '@cscx/support-client/operations';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { everyWidget } from '../__fixtures__/every-widget.js';
import { wholeApi } from '../__fixtures__/whole-api.js';
import { SupportProvider } from '../index.js';

const complaints = vi.fn<(...words: unknown[]) => void>();

beforeEach(() => {
  complaints.mockClear();
  vi.spyOn(console, 'error').mockImplementation(complaints);
  vi.spyOn(console, 'warn').mockImplementation(complaints);
});

afterEach(() => {
  vi.restoreAllMocks();
});

test.each(Object.entries(everyWidget))(
  'the page takes over %s as a server has drawn it, without a difference, and clears it away on leaving',
  async (_, widget) => {
    const api = wholeApi();
    const options = {
      baseUrl: 'https://support.example',
      getToken: () => 'token',
      fetch: async (input: RequestInfo | URL) => api(new Request(input)),
    };
    const app = (
      <StrictMode>
        <SupportProvider client={{ ...createSupportClient(options), ...createOperationsClient(options) }} theme="dark">
          {widget}
        </SupportProvider>
      </StrictMode>
    );
    const container = document.createElement('div');
    container.innerHTML = renderToString(app);
    document.body.append(container);
    const [drawn, skeleton] = container.querySelectorAll('.sw-root, .sw-skeleton');
    expect(skeleton).toBeDefined();

    const root = hydrateRoot(container, app, { onRecoverableError: complaints });
    await expect.poll(() => container.querySelectorAll('[aria-busy="false"] .sw-panel').length).toBeGreaterThan(0);
    expect(skeleton?.isConnected).toBe(false);
    expect(drawn?.isConnected).toBe(true);

    root.unmount();
    await expect.poll(() => container.innerHTML).toBe('');
    container.remove();
    expect(complaints.mock.calls).toEqual([]);
  },
);
