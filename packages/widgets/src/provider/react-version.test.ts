import { version } from 'react';
import { version as domVersion } from 'react-dom';
import { version as serverVersion } from 'react-dom/server';
import { expect, inject, test } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The React that a project of vitest.config.ts is there for. */
    reactMajor: string;
  }
}

test('these tests see the React that their project names, and its renderers', () => {
  const majors = [version, domVersion, serverVersion].map((each) => each.split('.')[0]);
  expect(new Set(majors)).toEqual(new Set([inject('reactMajor')]));
});
