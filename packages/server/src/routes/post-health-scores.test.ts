import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { healthScoresRoute, problemDetailsSchema } from '@cscx/support-core/api';
import { buildCustomer } from '@cscx/support-core/testing';
import { saveAccount } from '../__fixtures__/save-account.js';
import { startTestServer, type TestServer } from '../__fixtures__/start-test-server.js';

const NOW = '2026-11-20T12:00:00.000Z';
const [monday, tuesday] = ['2026-11-16T09:00:00.000Z', '2026-11-17T09:00:00.000Z'];
const HEALTH_SCORES = '/api/support/health-scores';

describe('POST /api/support/health-scores', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ now: NOW });
  });
  afterAll(() => server.close());

  const send = (organization: string, ...health_scores: object[]) =>
    server.send('POST', HEALTH_SCORES, organization, { health_scores });
  const post = async (organization: string, ...health_scores: object[]) => {
    const response = await send(organization, ...health_scores);
    expect(response.status).toBe(200);
    return healthScoresRoute.response.parse(await response.json());
  };
  const issuesOf = async (...health_scores: object[]) => {
    const response = await send('bad', ...health_scores);
    expect(response.status).toBe(400);
    return problemDetailsSchema.parse(await response.json()).errors;
  };
  const known = async (organization: string) => {
    const { customers, healthScores } = server.store.forOrganization(organization);
    const range = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' };
    return {
      score: (await customers.find('acme'))?.health_score,
      history: (await healthScores.history('acme', range)).map(({ at, health_score }) => [at, health_score]),
    };
  };

  test('the history is kept, a moment has one score, and the customer has the latest', async () => {
    await saveAccount(server.store, 'history', {});
    const scores = [
      { customer_id: 'acme', health_score: 60, at: tuesday },
      { customer_id: 'acme', health_score: 80, at: monday },
    ];
    expect(await post('history', ...scores)).toEqual({ saved: 2, unchanged: 0 });
    expect(await known('history')).toEqual({
      score: 60,
      history: [
        [monday, 80],
        [tuesday, 60],
      ],
    });
    expect(await post('history', ...scores)).toEqual({ saved: 0, unchanged: 2 });
    expect(await post('history', { ...scores[1], health_score: 85 })).toEqual({ saved: 1, unchanged: 0 });
    expect(await known('history')).toEqual({
      score: 60,
      history: [
        [monday, 85],
        [tuesday, 60],
      ],
    });
    expect(await post('history', { customer_id: 'acme', health_score: 40 })).toEqual({ saved: 1, unchanged: 0 });
    expect(await known('history')).toMatchObject({ score: 40, history: { 2: [NOW, 40] } });
  });

  test('a clock that is a little ahead is taken for ours', async () => {
    await saveAccount(server.store, 'ahead', {});
    await post('ahead', { customer_id: 'acme', health_score: 50, at: '2026-11-20T12:04:00Z' });
    expect(await known('ahead')).toEqual({ score: 50, history: [[NOW, 50]] });
  });

  test('every bad field is told with its path, and nothing is written', async () => {
    await saveAccount(server.store, 'bad', {});
    const acme = { customer_id: 'acme', health_score: 50 };
    expect(await issuesOf(acme, { ...acme, customer_id: 'globex' }, { customer_id: 'x', health_score: 1 })).toEqual([
      { path: 'health_scores.1.customer_id', message: 'expected a customer that is known' },
      { path: 'health_scores.2.customer_id', message: 'expected a customer that is known' },
    ]);
    const paths = async (...scores: object[]) => (await issuesOf(...scores))?.map(({ path }) => path);
    expect(await paths({ ...acme, health_score: 101, at: '2026-11-20' })).toEqual([
      'health_scores.0.health_score',
      'health_scores.0.at',
    ]);
    expect(await paths({ ...acme, score: 7 })).toEqual(['health_scores.0.score']);
    expect(await paths({ ...acme, at: '2026-11-21T12:00:00Z' })).toEqual(['health_scores.0.at']);
    expect(await paths(acme, acme)).toEqual(['health_scores.1.at']);
    expect(await paths({ ...acme, at: monday }, { ...acme, at: '2026-11-16T09:00:00Z' })).toEqual([
      'health_scores.1.at',
    ]);
    expect(await paths()).toEqual(['health_scores']);
    expect(await known('bad')).toEqual({ score: undefined, history: [] });
  });

  test("another organization's customer is one that there is not", async () => {
    await saveAccount(server.store, 'theirs', { customer: buildCustomer({ customer_id: 'theirs' }) });
    await saveAccount(server.store, 'ours', {});
    expect((await send('ours', { customer_id: 'theirs', health_score: 1 })).status).toBe(400);
    expect((await server.store.forOrganization('theirs').customers.find('theirs'))?.health_score).toBeUndefined();
  });
});
