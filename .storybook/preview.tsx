import addonA11y from '@storybook/addon-a11y';
import addonDocs from '@storybook/addon-docs';
import { definePreview } from '@storybook/react-vite';
import addonMsw from 'msw-storybook-addon';
import { withTheme } from './with-theme.tsx';
import '../packages/widgets/src/styles.css';
import './preview.css';

export default definePreview({
  addons: [addonA11y(), addonDocs(), addonMsw()],
  decorators: [withTheme],
  globalTypes: {
    theme: {
      description: 'Theme of the widgets',
      toolbar: {
        icon: 'contrast',
        items: [
          { value: 'dark', title: 'Dark' },
          { value: 'light', title: 'Light' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'dark' },
  parameters: {
    // An accessibility finding fails the story's test.
    a11y: { test: 'error' },
  },
});
