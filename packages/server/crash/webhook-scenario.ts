import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { createWebhookSender } from '@cscx/support-core/simulators';
import { buildCustomer } from '@cscx/support-core/testing';
import { createCredentialsVault, type SupportStore } from '@cscx/support-server';
import type { Engine } from './engine.ts';
import { killAfter, type Killable, startKillable } from './killable.ts';
import type { Scenario } from './scenario.ts';
import { storedTickets } from './stored.ts';

const ORGANIZATION = 'webhooks';
const CONNECTION = 'own-system';
const CUSTOMER = 'acme';
const BURST = 20;

const secret = `whsec_${randomBytes(32).toString('base64')}`;
const key = randomBytes(32).toString('base64');

/** Has the serving process's connection made: it opens what was sealed with the same key. */
const connect = async (engine: Engine): Promise<void> => {
  const store = await engine.open();
  const organization = store.forOrganization(ORGANIZATION);
  await organization.ensure();
  await organization.customers.save([buildCustomer({ customer_id: CUSTOMER })]);
  const owner = { organization_id: ORGANIZATION, connection_id: CONNECTION };
  const credentials = createCredentialsVault([key]).seal({ type: 'signing_secrets', secrets: [secret] }, owner);
  const now = new Date().toISOString();
  const details = { source_system: 'webhook', name: null, account: null, settings: { instance: 'own' } };
  const connection = { connection_id: CONNECTION, ...details, credentials, next_sync_at: now };
  await organization.connections.save(connection, now);
  await store.close();
};

/** The same for every attempt. */
const deliveryOf = (ticket: string): string => `msg-${ticket}`;

/** Tickets are sent in bursts; what was not acknowledged is sent again, as senders do. */
export const webhookScenario = (): Scenario => {
  const sender = createWebhookSender({ secret, clock: { now: () => Date.now() } });
  /** What was told of tickets and not acknowledged yet. */
  const waiting = new Map<string, string>();
  const acknowledged = new Set<string>();
  let isConnected = false;
  let crashes = 0;
  let tickets = 0;

  const tell = (): void => {
    tickets += 1;
    const id = `T-${tickets}`;
    const data = { id, status: 'open', subject: id, customer: { id: CUSTOMER }, updatedAt: new Date().toISOString() };
    const body = JSON.stringify({ type: 'ticket.upserted', timestamp: data.updatedAt, version: 1, data });
    waiting.set(id, body);
  };

  const send = async (base: string, id: string, body: string): Promise<void> => {
    const { headers } = await sender.deliver({ type: 'ticket.upserted', data: {} }, { id: deliveryOf(id), body });
    const url = `${base}api/support/webhooks/${CONNECTION}`;
    const answer = await fetch(url, { method: 'POST', headers, body });
    assert.equal(answer.status, 200, 'a delivery that is in order was refused');
    waiting.delete(id);
    acknowledged.add(id);
  };

  /** Sends until the process ends. */
  const sendBursts = async (base: string, isEnded: () => boolean): Promise<void> => {
    while (!isEnded()) {
      for (let added = 0; added < BURST; added += 1) tell();
      const sent = await Promise.allSettled([...waiting].map(([id, body]) => send(base, id, body)));
      for (const { reason } of sent.filter((result) => result.status === 'rejected')) {
        // A connection that broke is what happens to a sender; anything else is a failure.
        if (!(reason instanceof TypeError)) throw reason;
      }
    }
  };

  const serve = ({ env }: Engine): Killable & { base: Promise<string> } => {
    const { promise: base, resolve } = Promise.withResolvers<string>();
    const started = startKillable('../bin/cscx-support.js', {
      commandLine: ['serve', '--port', '0'],
      env: { ...env, CREDENTIALS_KEY: key },
      onLine: (line) => {
        const url = /http:\S+/.exec(line)?.[0];
        if (url !== undefined) resolve(url);
      },
    });
    return { ...started, base };
  };

  const apply = ({ env }: Engine): Killable =>
    startKillable('children/apply.ts', {
      commandLine: [String(crashes)],
      env: { ...env, CREDENTIALS_KEY: key },
      onLine: () => undefined,
    });

  return {
    name: 'webhooks',
    async crash(engine, ms) {
      if (!isConnected) await connect(engine);
      isConnected = true;
      crashes += 1;
      // Those who take deliveries in are killed, and in turn those who apply them.
      if (crashes % 3 === 0) return killAfter(apply(engine), ms);
      const serving = serve(engine);
      let isEnded = false;
      const base = await serving.base;
      const sending = sendBursts(base, () => isEnded);
      const isHit = await killAfter(serving, ms);
      isEnded = true;
      await sending;
      return isHit;
    },
    async check(store: SupportStore) {
      const { webhookDeliveries } = store.forOrganization(ORGANIZATION);
      const now = new Date().toISOString();
      for (const id of acknowledged) {
        const again = { delivery_id: deliveryOf(id), connection_id: CONNECTION, body_hash: null, is_repeatable: false };
        const isNew = await webhookDeliveries.add({ ...again, reading: { refetch: [] } }, now);
        assert(!isNew, 'a delivery that was acknowledged is not there');
      }
    },
    async finish(engine) {
      const serving = serve(engine);
      const base = await serving.base;
      while (waiting.size > 0) await Promise.allSettled([...waiting].map(([id, body]) => send(base, id, body)));
      serving.child.kill('SIGTERM');
      assert.equal(await serving.ended, 0);
      crashes += 1;
      assert.equal(await apply(engine).ended, 0);
    },
    async compare(store) {
      const stored = (await storedTickets(store, ORGANIZATION)).map(({ external_id }) => external_id);
      assert.deepEqual(stored.toSorted(), Array.from({ length: tickets }, (_, index) => `T-${index + 1}`).toSorted());
    },
  };
};
