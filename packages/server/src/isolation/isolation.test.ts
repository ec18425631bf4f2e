import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiRoutes } from '@cscx/support-core/api';
import type { Credentials } from './__fixtures__/make-credentials.js';
import { ORGANIZATIONS } from './__fixtures__/plant-organizations.js';
import { type Attempt, type Siege, startSiege } from './__fixtures__/start-siege.js';

/** As many as a check has time for; `pnpm bench:isolation` asks for more, and other ones. */
const REQUESTS = Number(process.env['ISOLATION_REQUESTS'] ?? 1000);
const SEED = Number(process.env['ISOLATION_SEED'] ?? 1);

/** What no answer to somebody may show: anything of another organization, and to a CSM anything of another one. */
const isLeak = ({ principal }: Credentials, [, organizationId, name]: string[]): boolean => {
  if (principal?.organization_id !== organizationId) return true;
  const isOfCsm = name === 'maya' || name === 'noor';
  return principal?.role === 'csm' && isOfCsm && principal.csm_id !== name;
};

describe('requests about what is somebody else’s', () => {
  let siege: Siege;
  let attempts: Attempt[];
  let before: Map<string, string>;
  let after: Map<string, string>;

  beforeAll(
    async () => {
      siege = await startSiege();
      before = await siege.fingerprints();
      attempts = await siege.attack(REQUESTS, SEED);
      after = await siege.fingerprints();
    },
    60_000 + 30 * REQUESTS,
  );
  afterAll(() => siege.close());

  const failures = (isWrong: (attempt: Attempt) => boolean): string[] =>
    attempts.flatMap((attempt) => (isWrong(attempt) ? [`${attempt.name}: ${attempt.answer.words}`] : [])).slice(0, 5);

  test('are asked of every route, by everybody', () => {
    expect(attempts.length).toBeGreaterThanOrEqual(REQUESTS);
    const asked = new Set(attempts.map(({ variant }) => variant.route.operationId));
    expect(asked).toEqual(new Set(apiRoutes.map(({ operationId }) => operationId)));
    const askers = new Set(attempts.map(({ credentials }) => credentials.name));
    expect(askers).toEqual(new Set(siege.everybody.map(({ name }) => name)));
    expect(new Set(siege.planted.map(({ kind }) => kind))).toEqual(
      new Set(['customer', 'ticket', 'alert', 'connection']),
    );
  });

  test('without good credentials are answered 401, whatever they are about', () => {
    expect(failures(({ credentials, answer }) => (credentials.principal === null) !== (answer.status === 401))).toEqual(
      [],
    );
  });

  test('that name it in their path are answered 404, whatever the credentials are good for', () => {
    const isRefused = ({ variant, credentials }: Attempt) => variant.isRefused && credentials.principal !== null;
    expect(failures((attempt) => isRefused(attempt) && attempt.answer.status !== 404)).toEqual([]);
    expect(attempts.filter(isRefused).length).toBeGreaterThan(REQUESTS / 3);
  });

  test('are answered word for word as if it were nowhere', () => {
    expect(failures(({ answer, elsewhere }) => answer.words !== elsewhere.words)).toEqual([]);
  });

  test('take the same statements of the database as if it were nowhere, so that time tells nothing either', () => {
    expect(failures(({ answer, elsewhere }) => answer.statements !== elsewhere.statements)).toEqual([]);
    const looked = attempts.filter(({ answer }) => /from "?(customers|tickets|alerts)/.test(answer.statements));
    expect(looked.length).toBeGreaterThan(REQUESTS / 4);
  });

  test('never meet an error of the server', () => {
    expect(failures(({ answer }) => answer.status >= 500)).toEqual([]);
  });

  test('show no word of it, neither to whoever asks nor in the log', () => {
    const isShown = ({ answer, credentials }: Attempt) =>
      [...answer.words.matchAll(/marker-(\w+)-(\w+)-/g)].some((found) => isLeak(credentials, found));
    expect(failures(isShown)).toEqual([]);
    // What may be shown, is.
    expect(attempts.some(({ answer }) => answer.words.includes('marker-'))).toBe(true);
    expect(siege.logger.lines.filter((line) => line.includes('marker-'))).toEqual([]);
  });

  test('change nothing, of nobody', () => {
    expect([...before.keys()]).toEqual([...ORGANIZATIONS]);
    expect(after).toEqual(before);
  });

  test('a customer may have an id and keys that another organization’s has: neither learns of the other', async () => {
    for (const organizationId of ORGANIZATIONS) {
      const admin = siege.adminOf(organizationId);
      const put = (customer_id: string) =>
        siege.ask(admin, {
          method: 'PUT',
          path: '/api/support/customers',
          body: {
            customers: [
              {
                customer_id,
                name: 'Mine',
                csm_id: null,
                domains: ORGANIZATIONS.map((each) => `${customer_id}.${each}.example`),
                external_ids: { zendesk: [`company-${customer_id}`] },
              },
            ],
          },
        });
      const metrics = (customer_id: string) =>
        siege.ask(admin, { method: 'GET', path: `/api/reports/support-metrics/${customer_id}` });
      const standing = await siege.fingerprints();
      const theirs = ORGANIZATIONS.filter((each) => each !== organizationId).map((each) => `${each}-maya`);
      for (const [index, customer_id] of theirs.entries()) {
        const unknown = `nowhere-${index}`;
        expect(await put(customer_id)).toEqual(await put(unknown));
        const { status, words, statements } = await metrics(customer_id);
        expect([status, statements]).toEqual([200, (await metrics(unknown)).statements]);
        expect(words).not.toContain('marker-');
      }
      const changed = await siege.fingerprints();
      expect([...changed].filter(([each, hash]) => standing.get(each) !== hash).map(([each]) => each)).toEqual([
        organizationId,
      ]);
    }
  });
});
