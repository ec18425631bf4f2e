import { Controls, Description, Primary, Title } from '@storybook/addon-docs/blocks';
import type { ReactNode } from 'react';

/** What a widget is for, the widget, and its props to try. One story alone: all on a page would share one API. */
export const DocsPage = (): ReactNode => (
  <>
    <Title />
    <Description />
    <Primary />
    <Controls />
  </>
);
