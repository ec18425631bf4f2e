import type { ReadIntercomSettings } from './intercom-options.js';
import { isApiId } from './intercom-record.js';

/** The three places where Intercom keeps workspaces. */
export type IntercomRegion = ReadIntercomSettings['region'];

const HOSTS: Readonly<Record<IntercomRegion, { api: string; app: string }>> = {
  us: { api: 'https://api.intercom.io/', app: 'https://app.intercom.com/' },
  eu: { api: 'https://api.eu.intercom.io/', app: 'https://app.eu.intercom.com/' },
  au: { api: 'https://api.au.intercom.io/', app: 'https://app.au.intercom.com/' },
};

/** Where the API of a region is; another region's answers with errors, not with a redirect. */
export const intercomApi = (region: IntercomRegion): string => HOSTS[region].api;

/** Address of a conversation in the inbox; customer tickets are found under the same id. Null for what is no such id. */
export const intercomUrl = (region: IntercomRegion, appId: string, id: string): string | null =>
  isApiId(id) ? `${HOSTS[region].app}a/inbox/${appId}/inbox/conversation/${id}` : null;
