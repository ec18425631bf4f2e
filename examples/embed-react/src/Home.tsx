import type { ReactNode } from 'react';

/** A page of the host without any widget. */
export function Home(): ReactNode {
  return (
    <div className="max-w-prose space-y-4">
      <h1 className="text-2xl font-semibold tracking-tight">Good morning</h1>
      <p>
        <a className="text-sky-600 underline dark:text-sky-400" href="#support">
          Support
        </a>{' '}
        shows who needs attention;{' '}
        <a className="text-sky-600 underline dark:text-sky-400" href="#widgets">
          Widgets
        </a>{' '}
        shows each widget on its own.
      </p>
    </div>
  );
}
