import addonA11y from '@storybook/addon-a11y';
import addonDocs from '@storybook/addon-docs';
import { definePreview } from '@storybook/react-vite';
import addonMsw from 'msw-storybook-addon';
import { configure } from 'storybook/test';
import { DocsPage } from './docs-page.tsx';
import { withTheme } from './with-theme.tsx';
import '../packages/widgets/src/styles.css';
import './preview.css';

// A story's first second may be another process's turn.
configure({ asyncUtilTimeout: 10_000 });

export default definePreview({
  addons: [addonA11y(), addonDocs(), addonMsw()],
  tags: ['autodocs'],
  decorators: [withTheme],
  globalTypes: {
    theme: {
      description: 'Theme of the widgets',
      toolbar: {
        icon: 'contrast',
        items: [
          { value: 'dark', title: 'Dark' },
          { value: 'light', title: 'Light' },
          { value: 'cscx', title: 'CSCX' },
        ],
        dynamicTitle: true,
      },
    },
    language: {
      description: 'Language of the widgets, and with it the direction',
      toolbar: {
        icon: 'globe',
        items: [
          { value: 'en', title: 'English' },
          { value: 'fr', title: 'Français' },
          { value: 'de', title: 'Deutsch' },
          { value: 'es', title: 'Español' },
          { value: 'ja', title: '日本語' },
          { value: 'pseudo', title: 'Pseudo: accents, 40 % longer' },
          { value: 'pseudo-rtl', title: 'Pseudo: from right to left' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'dark', language: 'en' },
  parameters: {
    // An accessibility finding fails the story's test.
    a11y: { test: 'error' },
    docs: { page: DocsPage },
  },
});
