import { describe, expect, test } from 'vitest';
import { connectionState } from './connection-state.js';

const NOW = '2026-11-23T09:00:00.000Z';
const EARLIER = '2026-11-23T08:50:00.000Z';

const connected = {
  account: 'zendesk:acme:',
  next_sync_at: NOW,
  last_error: null,
  failures: 0,
  data_as_of: EARLIER,
  pull_started_at: null,
};
const failed = (code: string) => ({ failures: 1, last_error: { code, at: EARLIER } });

describe('the state of a connection', () => {
  test.each<[string, Partial<Parameters<typeof connectionState>[0]>, string]>([
    ['current', {}, 'what was read 10 minutes ago'],
    ['current', { pull_started_at: NOW }, 'one that is read again'],
    ['behind', { data_as_of: '2026-11-23T08:44:59.999Z' }, 'more than 15 minutes'],
    ['waiting', { data_as_of: null }, 'one that nobody has read yet'],
    ['first_sync', { data_as_of: null, pull_started_at: EARLIER }, 'a history under way'],
    ['failing', failed('connector_unavailable'), 'a support system that does not answer'],
    ['failing', { ...failed('connector_rate_limited'), data_as_of: null }, 'also during the history'],
    ['blocked', failed('connector_unauthorized'), 'credentials that are refused'],
    ['blocked', failed('credentials_sealed'), 'credentials that do not open'],
    ['paused', { next_sync_at: null, ...failed('connector_unauthorized') }, 'one that a person has paused'],
    ['current', { next_sync_at: null, account: null }, 'one that a program of the host reads'],
  ])('%s: %j, %s', (state, fields) => {
    expect(connectionState({ ...connected, ...fields }, NOW)).toBe(state);
  });
});
