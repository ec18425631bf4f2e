/**
 * Ends processes without notice, at random moments, while they import, sync and take in webhooks: `pnpm crash`. After each
 * it looks whether everything is there that was acknowledged, and in the end whether the store has exactly what its sources
 * have. The same seed makes the same moments.
 */
import { parseArgs } from 'node:util';
import type { SupportStore } from '@cscx/support-server';
import { randomLcg } from 'd3-random';
import { engines } from './engine.ts';
import { importScenario } from './import-scenario.ts';
import { syncScenario } from './sync-scenario.ts';
import { webhookScenario } from './webhook-scenario.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    engine: { type: 'string', multiple: true, default: Object.keys(engines) },
    seed: { type: 'string', default: '1' },
    tickets: { type: 'string', default: '8000' },
    'most-ms': { type: 'string', default: '3000' },
  },
});
const kills = Number(values.kills);
const tickets = Number(values.tickets);

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

for (const name of values.engine as (keyof typeof engines)[]) {
  const chance = randomLcg(Number(values.seed) / 1000);
  // Each on a database of its own: what one does is no business of the others' workers.
  const stages = await Promise.all(
    [importScenario(tickets), syncScenario(Math.ceil(tickets / 4)), webhookScenario()].map(async (scenario) => ({
      scenario,
      engine: await engines[name](),
      hits: 0,
    })),
  );
  const look = async ({ engine }: (typeof stages)[number], work: (store: SupportStore) => Promise<void>) => {
    const store = await engine.open();
    try {
      await work(store);
    } finally {
      await store.close();
    }
  };
  for (let turn = 0; stages.reduce((sum, { hits }) => sum + hits, 0) < kills; turn += 1) {
    const stage = stages[turn % stages.length];
    if (!stage) break;
    const { scenario, engine } = stage;
    if (await scenario.crash(engine, chance() * Number(values['most-ms']))) stage.hits += 1;
    await look(stage, scenario.check);
  }
  for (const stage of stages) {
    await stage.scenario.finish(stage.engine);
    await look(stage, stage.scenario.compare);
    await stage.engine.stop();
  }
  const each = stages.map(({ scenario, hits }) => `${hits} during ${scenario.name}`).join(', ');
  const total = stages.reduce((sum, { hits }) => sum + hits, 0);
  print(`${name}: killed ${total} times (${each}); everything acknowledged is there, once, as its source has it`);
}
