import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { mapFreshdeskRecords } from './map-freshdesk-records.js';

const rating = (answer: unknown) => ({
  id: 401,
  ticket_id: 18,
  feedback: null,
  ratings: { default_question: answer, question_88: 103 },
  created_at: '2026-03-03T12:00:00Z',
});

const scoreOf = (answer: unknown) => mapFreshdeskRecords([rating(answer)], { domain: 'acme' });

test.each([
  [103, 5, 'seven_point'],
  [102, 13 / 3, 'seven_point'],
  [101, 11 / 3, 'seven_point'],
  [100, 3, 'seven_point'],
  [-101, 7 / 3, 'seven_point'],
  [-102, 5 / 3, 'seven_point'],
  [-103, 1, 'seven_point'],
  [1, 5, 'three_point'],
  [2, 3, 'three_point'],
  [3, 1, 'three_point'],
])('%i is %d on a scale of %s (B5)', (answer, score, scale) => {
  const [event] = scoreOf(answer).events;
  expect(event).toMatchObject({ type: 'csat_received', scale });
  expect(event?.type === 'csat_received' && event.score).toBeCloseTo(score, 10);
});

test.each([[4], [0], [104], [-100], [null], [undefined], ['happy'], [{}]])('%j is no score, visibly (B5)', (answer) => {
  const { events, warnings } = scoreOf(answer);
  expect(events).toEqual([]);
  expect(warnings).toMatchObject([{ code: 'unknown_csat_score', count: 1 }]);
});

test('each answer of a ticket is an event of its own, told apart by the number of the answer (B5)', async () => {
  const file = await readFile(new URL('__fixtures__/satisfaction-ratings.json', import.meta.url), 'utf8');
  const { events, skipped } = mapFreshdeskRecords(JSON.parse(file), { domain: 'acme' });
  expect(skipped).toEqual([]);
  expect(events).toEqual([
    {
      ticket_id: 'freshdesk:acme:18',
      event_id: 'csat:401',
      at: '2026-03-03T12:00:00Z',
      type: 'csat_received',
      score: 5,
      feedback: 'Great',
      scale: 'seven_point',
    },
    {
      ticket_id: 'freshdesk:acme:21',
      event_id: 'csat:402',
      at: '2026-03-03T13:00:00Z',
      type: 'csat_received',
      score: 1,
      feedback: null,
      scale: 'three_point',
    },
  ]);
});
