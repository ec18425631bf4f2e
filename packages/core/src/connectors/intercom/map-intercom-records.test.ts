import { describe, expect, test } from 'vitest';
import { conversation, draftOf, map } from './__fixtures__/map-records.js';
import { CONVERSATION, TICKET } from './__fixtures__/payloads.js';

describe('a recorded document', () => {
  test.each([
    ['one record', CONVERSATION],
    ['a list', [CONVERSATION]],
    ['the answer of a search', { type: 'conversation.list', pages: { next: null }, conversations: [CONVERSATION] }],
    ['the answer of a search for tickets', { type: 'ticket.list', tickets: [TICKET] }],
    ['a notification', { type: 'notification_event', topic: 'ticket.resolved', data: { item: TICKET } }],
    ['ticket.closed, which nests the ticket', { type: 'notification_event', data: { item: { ticket: TICKET } } }],
  ])('may be %s', (_, document) => {
    expect(draftOf(document).external_id).toBe('215474207312016');
  });
  test('may be the list of what was deleted', () => {
    const document = {
      conversations: [{ type: 'conversation', id: '512', deleted_at: 1734537460, metrics_retained: true }],
    };
    expect(map(document).removed).toEqual([
      { ticket_id: 'intercom:abc123:512', reason: 'deleted', source_updated_at: '2024-12-18T15:57:40Z' },
    ]);
  });
  test('holds no tickets where it is about people', () => {
    const page = map({ type: 'admin.list', admins: [{ type: 'admin', id: '1', name: 'Lee' }] });
    expect(page).toMatchObject({ tickets: [], skipped: [] });
  });
  test.each([null, 7, 'text', {}, [[null]]])('that is nothing of this, is kept aside: %j', (document) => {
    expect(map(document).skipped).toMatchObject([{ field: 'type', reason: expect.stringContaining('a conversation') }]);
  });
  test('an address that is no e-mail address is dropped, visibly', () => {
    const source = { ...CONVERSATION.source, author: { ...CONVERSATION.source.author, email: 'ana at globex' } };
    const { tickets, warnings } = map(conversation({ source }));
    expect(tickets[0]?.requester_email).toBeNull();
    expect(warnings).toEqual([{ code: 'invalid_email', field: 'email', value: null, count: 1 }]);
  });
  test('settings are strict', () => {
    expect(() => map(CONVERSATION, { app_id: 'not an id' })).toThrow('app_id');
    expect(() => map(CONVERSATION, { reegion: 'eu' } as object)).toThrow('reegion: unknown field');
  });
});
