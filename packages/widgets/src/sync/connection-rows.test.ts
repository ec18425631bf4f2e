import { expect, test } from 'vitest';
import { hoursAgo, NOW } from '../__fixtures__/clock.js';
import { connections, freshStatus, hugeStatus, noConnections, syncStatus } from '../__fixtures__/connections.js';
import { words } from '../__fixtures__/words.js';
import { connectionRows } from './connection-rows.js';
import { syncStats } from './sync-stats.js';

const now = Date.parse(NOW);
const rows = connectionRows(connections, now, words);
const rowOf = (id: string) => rows.find(({ connection_id }) => connection_id === id);

test('what needs somebody comes first, what is up to date last', () => {
  expect(rows.map(({ state }) => state)).toEqual([
    'Needs a person',
    'Failing',
    'Behind',
    'First sync',
    'Waiting',
    'Paused',
    'Up to date',
    'Up to date',
  ]);
});

test('a connection that is blocked says what is wrong and what to do, not when it is tried', () => {
  expect(rowOf('freshdesk')?.facts).toEqual([
    'The support system does not accept the credentials. Connect it again with credentials that are valid.',
    '6 failed attempts in a row, last one 2h ago',
  ]);
});

test('one that fails says when it is tried again', () => {
  expect(rowOf('intercom')?.facts.at(-1)).toBe('3 failed attempts in a row, last one 3m ago, next one in 2 minutes');
});

test('an error that is not known is said in general, and an attempt that is due comes in a moment', () => {
  const facts = connectionRows(hugeStatus.connections, now, words).find(({ state }) => state === 'Failing')?.facts;
  expect(facts?.[0]).toMatch(/^The sync broke off\. It is tried again by itself/);
  expect(facts?.at(-1)).toBe('12,345 failed attempts in a row, last one 1h ago, next one in a moment');
});

test('a first sync says how far it is', () => {
  expect(rowOf('salesforce')?.facts).toEqual(['12,400 tickets read since Mon 9:00 AM']);
});

test('what the account does not give and what could not be read is said', () => {
  expect(rowOf('zendesk')?.facts).toEqual([
    'Not available: ratings – the survey endpoint needs the Suite Professional plan',
    '3 records could not be read',
  ]);
});

test('a paused connection can be resumed; one that is being read or written by its host is not asked for', () => {
  expect(rowOf('archive')?.start).toBe('Resume');
  expect(rowOf('freshdesk')?.start).toBe('Sync now');
  expect(rowOf('salesforce')?.start).toBeUndefined();
  expect(rowOf('billing')?.start).toBeUndefined();
});

test('what is being read wears no mark of what is done', () => {
  expect(connectionRows(freshStatus.connections, now, words)[0]).toMatchObject({ state: 'Syncing', icon: 'clock' });
});

test('one without a name is called by its support system, once', () => {
  expect(rowOf('new')).toMatchObject({ name: 'Zendesk', system: undefined });
  expect(rowOf('billing')).toMatchObject({ name: 'Billing tool', system: 'Signed webhook' });
});

test('three numbers say how everything is', () => {
  const of = (status: typeof syncStatus) =>
    syncStats(status, now, words).map(({ value, note, tone }) => [value, note, tone]);
  expect(of(syncStatus)).toEqual([
    ['Yesterday', 'Nov 22, 2026, 7:30 AM', 'warn'],
    ['2 of 8', 'Needs a person: 1, Failing: 1, Behind: 1', 'bad'],
    ['3', 'Records that could not be read; the rest goes on', 'neutral'],
  ]);
  expect(of(freshStatus)).toEqual([
    ['4m ago', 'Nov 23, 2026, 9:26 AM', 'good'],
    ['2 of 2', 'All connections are in order', 'good'],
    ['0', 'Every record could be read', 'good'],
  ]);
  const only = (...states: string[]) =>
    of({ ...syncStatus, connections: connections.filter(({ state }) => states.includes(state)) })[1];
  expect(only('behind', 'paused')).toEqual(['0 of 2', 'Behind: 1', 'warn']);
  expect(only('first_sync', 'waiting', 'paused')).toEqual([
    '0 of 3',
    'First sync: 1, Waiting: 1, Paused: 1',
    'neutral',
  ]);
  expect(of({ ...freshStatus, data_as_of: hoursAgo(0.4) })[0]?.[2]).toBe('warn');
  expect(of(noConnections)[0]).toEqual(['–', 'No data received yet', 'neutral']);
});
