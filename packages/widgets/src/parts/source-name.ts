import { englishSources } from '../messages/english-sources.js';
import { speaks } from '../messages/spoken-english.js';
import type { Messages } from '../messages/messages.js';

speaks(englishSources);

/** Names that are the same in every language. */
const brands: Readonly<Record<string, string>> = {
  zendesk: 'Zendesk',
  intercom: 'Intercom',
  freshdesk: 'Freshdesk',
  salesforce: 'Salesforce',
};

/** A support system as people call it; one that is not known by its id. */
export const sourceName = (system: string, { sources }: Messages): string =>
  brands[system] ?? sources[system] ?? system;
