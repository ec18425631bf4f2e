import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

interface Run {
  code: number;
  lines: string[];
  problem: string;
}

/** Runs the command as `pnpm vectors` does. */
const run = (words: string[], environment: NodeJS.ProcessEnv = {}): Promise<Run> =>
  new Promise((done) => {
    const env = { PATH: process.env['PATH'], NODE_NO_WARNINGS: '1', ...environment };
    const command = execFile(process.execPath, [pathOf('run-vectors.ts'), ...words], { env }, (_, stdout, stderr) =>
      done({ code: command.exitCode ?? -1, lines: stdout.trimEnd().split('\n'), problem: stderr.trimEnd() }),
    );
  });

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vectors-'));
});

afterAll(() => rm(folder, { recursive: true }));

const fileOf = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};

describe('pnpm vectors', () => {
  it.each(['UTC', 'America/New_York', 'Asia/Tehran', 'Australia/Lord_Howe'])(
    'finds that the built package gives all known answers on a host in %s',
    async (TZ) => {
      const { code, lines, problem } = await run([pathOf('metric-vectors.json')], { TZ });
      expect({ code, lines, problem }).toEqual({ code: 0, lines: ['145 passed, 0 failed'], problem: '' });
    },
  );

  it('prints each answer that differs, and fails', async () => {
    const hour = { kind: 'elapsed', calendar: null, start: '2026-11-23T09:00:00Z', end: '2026-11-23T10:00:00Z' };
    const vectors = [
      { ...hour, id: 'right', expected_seconds: 3600 },
      { ...hour, id: 'wrong', expected_seconds: 3601, expected_minutes: 61 },
      { ...hour, expected_days: 1 },
      { id: 'odd', kind: 'guess', expected: { x: 1 } },
      { ...hour, id: 'thrown', calendar: { timezone: 'Mars/Base', weekly: {} }, expected_seconds: 0 },
    ];
    const { code, lines } = await run([await fileOf('wrong.json', JSON.stringify({ vectors }))]);
    expect(code).toBe(1);
    expect(lines).toEqual([
      'wrong: seconds: expected 3601, got 3600',
      'wrong: minutes: expected 61, got 60',
      '#3: days: expected 1, got cannot check days',
      'odd: kind: expected elapsed, due_at, resolve_local, verdict, aggregate, got guess',
      expect.stringMatching(/^thrown: error: expected .*, got InvalidInputError: calendar: .*timezone/),
      '1 passed, 4 failed',
    ]);
  });

  it("reads a file beside its caller, where pnpm's own place is the root", async () => {
    await fileOf('here.json', '{"vectors": [7]}');
    const { code, lines } = await run(['here.json'], { INIT_CWD: folder });
    expect({ code, last: lines.at(-1) }).toEqual({ code: 1, last: '0 passed, 1 failed' });
  });

  it('says why a file cannot be read', async () => {
    const missing = await run([join(folder, 'missing.json')]);
    const broken = await run([await fileOf('broken.json', '{"vectors": [')]);
    const empty = await run([await fileOf('empty.json', '{"vectors": []}')]);
    const other = await run([await fileOf('other.json', '[]')]);
    expect([missing.code, broken.code, empty.code, other.code]).toEqual([1, 1, 1, 1]);
    expect(missing.problem).toMatch(/^cannot read .*missing\.json: ENOENT/);
    expect(broken.problem).toMatch(/^cannot read .*broken\.json: not JSON: /);
    expect(empty.problem).toMatch(/empty\.json: vectors: expected a list with at least one vector$/);
    expect(other.problem).toMatch(/other\.json: expected an object with "vectors"$/);
  });

  it('asks for one file', async () => {
    const { code, problem } = await run([]);
    expect({ code, problem }).toEqual({ code: 1, problem: 'usage: pnpm vectors FILE' });
  });
});
