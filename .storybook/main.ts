import { defineMain } from '@storybook/react-vite/node';

export default defineMain({
  framework: '@storybook/react-vite',
  stories: ['../packages/widgets/src/**/*.stories.tsx'],
  addons: ['@storybook/addon-a11y', '@storybook/addon-docs', '@storybook/addon-vitest', 'msw-storybook-addon'],
  staticDirs: ['public'],
  core: { disableTelemetry: true },
  // Sees through types of other files: what a prop takes decides how it can be tried.
  typescript: { reactDocgen: 'react-docgen-typescript' },
});
