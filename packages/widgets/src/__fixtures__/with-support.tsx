import { createSupportClient } from '@cscx/support-client';
import { createOperationsClient } from '@cscx/support-client/operations';
import type { Decorator } from '@storybook/react-vite';
import { german } from '../messages/de.js';
import { english } from '../messages/en.js';
import { spanish } from '../messages/es.js';
import { french } from '../messages/fr.js';
import { japanese } from '../messages/ja.js';
import type { Messages } from '../messages/messages.js';
import { SupportProvider, type SupportProviderProps } from '../provider/SupportProvider.js';
import { NOW } from './clock.js';
import { pseudo } from './pseudo.js';

const options = { baseUrl: '/', getToken: () => 'story', retries: 0 };
const client = { ...createSupportClient(options), ...createOperationsClient(options) };

const languages: Readonly<Record<string, Messages>> = {
  en: english,
  fr: french,
  de: german,
  es: spanish,
  ja: japanese,
  pseudo: pseudo(english, { language: 'en' }),
  'pseudo-rtl': pseudo(english, { language: 'ar' }),
};

/**
 * What a host puts around widgets; `parameters.width` is the room that it gives them, `parameters.provider` what else it
 * tells the provider.
 */
export const withSupport: Decorator = (Story, { globals, parameters }) => (
  <SupportProvider
    client={client}
    theme={String(globals['theme'])}
    messages={languages[String(globals['language'])]}
    timeZone="UTC"
    now={NOW}
    {...(parameters['provider'] as Partial<SupportProviderProps> | undefined)}
  >
    <div style={{ maxWidth: Number(parameters['width'] ?? 1280) }}>
      <Story />
    </div>
  </SupportProvider>
);
