import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CustomerSupportMetrics, PortfolioSupportSummary } from '@cscx/support-core';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));

interface Run {
  code: number;
  customers: CustomerSupportMetrics[];
  summary: PortfolioSupportSummary;
  problems: string[];
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.trimEnd().split('\n'));

/** Runs a command in the example's folder, with this Node as `node`. */
const run = (command: string, words: string[], input = ''): Promise<Run> =>
  new Promise((done) => {
    const PATH = `${fileURLToPath(new URL('.', `file://${process.execPath}`))}:${process.env['PATH']}`;
    const child = execFile(command, words, { cwd: folder, env: { PATH } }, (_, stdout, stderr) => {
      const reports = linesOf(stdout).map((line): unknown => JSON.parse(line));
      const summary = reports.pop() as PortfolioSupportSummary;
      const customers = reports as CustomerSupportMetrics[];
      done({ code: child.exitCode ?? -1, customers, summary, problems: linesOf(stderr) });
    });
    child.stdin?.end(input);
  });

const summarize = (lines: readonly unknown[], ...words: string[]): Promise<Run> => {
  const input = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  return run('node', ['summarize.js', '--now', '2026-11-23T09:00:00Z', ...words], input);
};

/** What a backend knows of a ticket at the least. */
const ticket = (ticket_id: string, facts: object = {}) => ({
  ticket_id,
  customer_id: 'acme',
  status: 'open',
  created_at: '2026-11-20T09:00:00Z',
  ...facts,
});

const rated = [5, 4, 4, 3, 5, 4, 3, 2, 4, 5].map((csat_score, index) =>
  ticket(`rated-${index}`, { status: 'resolved', resolved_at: '2026-11-20T10:00:00Z', csat_score }),
);

describe('summarize.js', () => {
  it("finds 3.9 for the owner's ten scores, and prints each customer and then all", async () => {
    const { code, customers, summary, problems } = await summarize([...rated, ticket('7', { customer_id: 'globex' })]);
    expect({ code, problems }).toEqual({ code: 0, problems: [] });
    expect(customers.map(({ customer_id }) => customer_id)).toEqual(['acme', 'globex']);
    expect(customers[0]?.satisfaction).toMatchObject({ avg_csat: 3.9, csat_responses: 10 });
    expect(customers[0]?.tickets).toMatchObject({ total: 10, open: 0, resolved: 10 });
    expect(summary).toMatchObject({
      customers: 2,
      total_tickets: 11,
      open_tickets: 1,
      avg_csat: 3.9,
      csat_responses: 10,
    });
  });

  it('goes on after lines that are no tickets, and tells each bad field without what stands in it', async () => {
    const { code, customers, problems } = await summarize([
      ...rated,
      '{"ticket_id": "secret',
      '',
      ticket('x', { subject: 'secret', priority: 'secret', requester_email: 'secret' }),
      { ...ticket('y'), created_at: '2026-11-20' },
      '"secret"',
      ticket('last', { subject: 'a line\u2028within a line' }),
    ]);
    expect(code).toBe(0);
    expect(customers[0]?.tickets).toMatchObject({ total: 11, open: 1 });
    expect(problems.map((line) => line.split(': ').slice(0, 2).join(': '))).toEqual([
      'line 11: ticket',
      'line 13: priority',
      'line 13: requester_email',
      'line 14: created_at',
      'line 15: ticket',
    ]);
    expect(problems.join('\n')).not.toContain('secret');
  });

  it('takes period, moment and zone from its arguments', async () => {
    const words = ['--period', '2026-11-20/2026-11-21', '--timezone', 'Pacific/Auckland'];
    const { customers } = await summarize(
      [ticket('in'), ticket('out', { created_at: '2026-11-20T11:00:00Z' })],
      ...words,
    );
    expect(customers[0]?.period_range).toMatchObject({ start: '2026-11-19T11:00:00Z', timezone: 'Pacific/Auckland' });
    expect(customers[0]?.tickets.total).toBe(1);
  });

  it('fails when no ticket could be read', async () => {
    const none = await summarize([]);
    const wrong = await summarize(['no ticket']);
    expect([none.code, wrong.code]).toEqual([1, 1]);
    expect(wrong.problems).toHaveLength(1);
  });

  it('prints what its README says', async () => {
    const readme = readFileSync(`${folder}/README.md`, 'utf8');
    const [command = '', said = ''] = Array.from(readme.matchAll(/```\w*\n(.*?)\n```/gs), ([, block]) => block);
    const { code, customers } = await run('bash', ['-c', command]);
    const metrics = customers[0] as unknown as Record<string, Record<string, unknown>>;
    const rows = said.split('\n').map((row) => row.split(/\s+/));
    const printed = rows.map(([path = '']) => path.split('.')).map(([part = '', field = '']) => metrics[part]?.[field]);
    expect(code).toBe(0);
    expect(rows.length).toBeGreaterThan(3);
    expect(printed).toEqual(rows.map(([, value]) => Number(value)));
  });
});
