import { createSupportClient } from '@cscx/support-client';
import type { Decorator } from '@storybook/react-vite';
import { SupportProvider } from '../provider/SupportProvider.js';
import { NOW } from './clock.js';

const client = createSupportClient({ baseUrl: '/', getToken: () => 'story', retries: 0 });

/** What a host puts around widgets; `parameters.width` is the room that it gives them. */
export const withSupport: Decorator = (Story, { globals, parameters }) => (
  <SupportProvider client={client} theme={globals['theme'] === 'light' ? 'light' : 'dark'} timeZone="UTC" now={NOW}>
    <div style={{ maxWidth: Number(parameters['width'] ?? 1280) }}>
      <Story />
    </div>
  </SupportProvider>
);
