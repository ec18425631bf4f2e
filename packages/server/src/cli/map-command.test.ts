import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cliPath, runCli, startCli } from '../__fixtures__/run-cli.js';

const recorded = (name: string): string => fileURLToPath(new URL(`__fixtures__/recorded/${name}`, import.meta.url));

const linesOf = (stdout: string): Record<string, Record<string, unknown>>[] =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const map = async (source: string, file: string, ...options: string[]) => {
  const { exit, stdout, stderr } = await runCli(['map', '--source', source, recorded(file), ...options]);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return linesOf(stdout);
};

describe('cscx-support map', () => {
  let directory: string;
  const write = async (name: string, content: string) => {
    const path = join(directory, name);
    await writeFile(path, content);
    return path;
  };
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'cscx-map-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  describe('prints what becomes of recorded payloads of', () => {
    test('Zendesk: a page of the export, and pages of every list', async () => {
      const ticket = {
        ticket: expect.objectContaining({ ticket_id: 'zendesk:example:4711', status: 'open', is_escalated: true }),
      };
      const removed = { removed: expect.objectContaining({ ticket_id: 'zendesk:example:4712', reason: 'deleted' }) };
      expect(await map('zendesk', 'zendesk-tickets.json')).toEqual([ticket, removed]);
      const event = (type: string) => ({ event: expect.objectContaining({ type }) });
      expect(await map('zendesk', 'zendesk-pages.ndjson')).toEqual([
        ticket,
        removed,
        event('sla_applied'),
        event('sla_breached'),
        event('sla_fulfilled'),
        event('csat_received'),
      ]);
    });

    test('Freshdesk: a list of tickets, and single ones with ratings', async () => {
      const tickets = (await map('freshdesk', 'freshdesk-tickets.json')).flatMap(({ ticket }) => ticket ?? []);
      expect(tickets).toMatchObject([
        { external_id: '18', requester_email: 'ada@acme.example' },
        { external_id: '21', status: 'closed' },
        { external_id: '24', priority: 'critical' },
      ]);
      const lines = await map('freshdesk', 'freshdesk-records.ndjson');
      expect(lines.flatMap(({ ticket }) => ticket?.['external_id'] ?? [])).toEqual(['18', '21']);
      expect(lines.flatMap(({ event }) => event?.['ticket_id'] ?? [])).toEqual([
        'freshdesk:example:18',
        'freshdesk:example:21',
      ]);
    });

    test('Intercom: a search', async () => {
      expect(await map('intercom', 'intercom-conversations.json')).toContainEqual({
        ticket: expect.objectContaining({
          external_id: '215474207312016',
          status: 'resolved',
          csat_score: 2,
          company: expect.objectContaining({ external_id: 'cust_42' }),
        }),
      });
    });

    test('Salesforce: a query of cases, and one of milestones', async () => {
      const ticket = expect.objectContaining({ external_id: '500dM00003F2OMjQAN', status: 'open', is_escalated: true });
      expect(await map('salesforce', 'salesforce-cases.json')).toContainEqual({ ticket });
      expect(await map('salesforce', 'salesforce-records.ndjson')).toContainEqual({ ticket });
    });

    test('webhooks: bodies of deliveries', async () => {
      expect(await map('webhook', 'webhook-deliveries.ndjson')).toEqual([
        { ticket: expect.objectContaining({ external_id: 'T-1042', is_escalated: true }) },
        { event: expect.objectContaining({ type: 'csat_received', score: 3.8 }) },
      ]);
    });
  });

  test('the settings of a connection decide, as they do when it is synced', async () => {
    const settings = await write(
      'settings.json',
      JSON.stringify({ subdomain: 'acme', category_field: '360001', escalation_rules: [] }),
    );
    expect(await map('zendesk', 'zendesk-tickets.json', '--options', settings)).toContainEqual({
      ticket: expect.objectContaining({ ticket_id: 'zendesk:acme:4711', category: 'tier_2', is_escalated: false }),
    });
  });

  test('a setting that there is not, or a file that is no settings, is refused by name', async () => {
    const run = async (content: string) =>
      runCli([
        'map',
        '--source',
        'zendesk',
        recorded('zendesk-tickets.json'),
        '--options',
        await write('bad.json', content),
      ]);
    expect(await run('{"colour":"red"}')).toMatchObject({
      exit: 1,
      stdout: '',
      stderr: expect.stringContaining('colour'),
    });
    expect(await run('{')).toMatchObject({ exit: 1, stderr: expect.stringContaining('bad.json: expected JSON') });
    expect(await run('7')).toMatchObject({ exit: 1, stderr: expect.stringContaining('an object of settings') });
  });

  test('standard input is read line by line, and each line answered when it has come', async () => {
    const { child, ended } = startCli(['map', '--source', 'webhook', '-']);
    const [line = ''] = (await readFile(recorded('webhook-deliveries.ndjson'), 'utf8')).split('\n');
    child.stdin?.write(`${line}\n`);
    const [answer] = await once(child.stdout ?? child, 'data');
    expect(linesOf(String(answer))).toMatchObject([{ ticket: { external_id: 'T-1042' } }]);
    child.stdin?.end();
    expect((await ended).exit).toBe(0);
  });

  test('what is no record is told with its line and reason, and the rest goes on; no record is repeated', async () => {
    const input = '\uFEFF{"id":"secret","status":7}\r\nnot json\r\n\r\nnull\n{"tickets":[]}\n[]';
    const { exit, stdout } = await runCli(['map', '--source', 'zendesk', '-'], {}, input);
    expect(exit).toBe(0);
    const skipped = linesOf(stdout).map(({ skipped: entry }) => entry);
    expect(skipped.map((entry) => entry?.['line'])).toEqual([1, 2, 4]);
    expect(skipped[1]).toMatchObject({ reason: 'expected JSON' });
    for (const entry of skipped) expect(entry).not.toHaveProperty('record');
  });

  test('a file whose first line alone is broken is still read by lines', async () => {
    const lines = await readFile(recorded('webhook-deliveries.ndjson'), 'utf8');
    const { exit, stdout } = await runCli(['map', '--source', 'webhook', '-'], {}, `{"type":"tick\n${lines}`);
    expect(exit).toBe(0);
    expect(linesOf(stdout).slice(0, 2)).toMatchObject([
      { skipped: { line: 1 } },
      { ticket: { external_id: 'T-1042' } },
    ]);
  });

  test.each([
    ['no file', ['map', '--source', 'zendesk', '/nowhere/tickets.json'], '', 1, 'no such file'],
    ['an empty file', ['map', '--source', 'zendesk', '-'], '\n', 1, 'standard input: expected JSON: it is empty'],
    ['a torn document', ['map', '--source', 'zendesk', '-'], '{\n"tickets": [', 1, 'expected a JSON document'],
    ['an unknown vendor', ['map', '--source', 'zammad', '-'], '', 2, 'Allowed choices are zendesk'],
    ['no vendor', ['map', '-'], '', 2, '--source'],
  ])('%s is an error', async (_case, commandLine, input, exit, message) => {
    const result = await runCli(commandLine, {}, input);
    expect(result).toMatchObject({ exit, stdout: '' });
    expect(result.stderr).toContain(message);
  });

  test('stops quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, [cliPath, 'map', '--source', 'webhook', '-']);
    const stderr = text(child.stderr);
    child.stdin.on('error', () => undefined);
    child.stdin.end('{"id":1}\n'.repeat(50_000));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(await stderr).toBe('');
  });
});
