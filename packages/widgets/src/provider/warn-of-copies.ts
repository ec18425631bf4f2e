import { useContext } from 'react';
import { SupportContext } from './support-context.js';

const key = Symbol.for('@cscx/support-widgets');
const page = globalThis as { [key]?: { context: unknown; react: unknown } };

/** The first copy of this package leaves its mark on the page; the second one speaks up. */
function warn(): void {
  const first = (page[key] ??= { context: SupportContext, react: useContext });
  if (first.context === SupportContext) return;
  // oxlint-disable-next-line no-console -- a developer reads it
  console.warn(
    `Two copies of @cscx/support-widgets${first.react === useContext ? '' : ' and of React'} are on this page. ` +
      'Widgets see only the SupportProvider of their own copy: let the bundler resolve both to one.',
  );
}

declare const process: { env: { NODE_ENV?: string } };

/** Tells a developer, and nobody else, that a provider and its widgets may be of different copies of this package. */
export function warnOfCopies(): void {
  try {
    // Bundlers replace the expression, and leave the warning out of what is for users.
    if (process.env.NODE_ENV !== 'production') warn();
  } catch {
    // No bundler, no developer.
  }
}
