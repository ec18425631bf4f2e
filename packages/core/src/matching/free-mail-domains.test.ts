import { expect, it } from 'vitest';
import { FREE_MAIL_DOMAINS } from './free-mail-domains.js';
import { mailHost } from './mail-host.js';

it('the list of free-mail domains names each once, as it is compared', () => {
  expect(FREE_MAIL_DOMAINS.filter((domain) => mailHost(domain) !== domain)).toEqual([]);
  expect(new Set(FREE_MAIL_DOMAINS).size).toBe(FREE_MAIL_DOMAINS.length);
});
