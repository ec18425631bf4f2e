import type { Decorator } from '@storybook/react-vite';

/** The theme goes on the document, as in a host, so that what a widget renders outside its own element has it too. */
export const withTheme: Decorator = (Story, { globals }) => {
  document.documentElement.dataset['swTheme'] = String(globals['theme']);
  return <Story />;
};
