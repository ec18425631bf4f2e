import { isRightToLeft } from '../format/is-right-to-left.js';
import type { SupportContextValue } from '../provider/support-context.js';

/** What an element of ours needs to stand anywhere on the page: theme, language and direction of its words. */
export const rootAttributes = ({ theme, messages }: SupportContextValue) => ({
  'data-sw-theme': theme,
  lang: messages.language,
  dir: isRightToLeft(messages.language) ? 'rtl' : 'ltr',
});
