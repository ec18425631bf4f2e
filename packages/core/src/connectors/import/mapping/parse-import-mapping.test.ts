import { describe, expect, test } from 'vitest';
import { InvalidInputError } from '../../../errors/invalid-input-error.js';
import { parseImportMapping } from './parse-import-mapping.js';

const columns = { external_id: 'ID', created_at: 'Opened', status: 'State' };
const least = { version: 1, mode: 'tickets', instance: 'desk', columns };

const issuesOf = (json: unknown): readonly { path: string; message: string }[] => {
  try {
    parseImportMapping(json);
  } catch (error) {
    if (error instanceof InvalidInputError) return error.issues;
    throw error;
  }
  return [];
};

describe('a mapping', () => {
  test('needs little', () => {
    expect(parseImportMapping(least)).toMatchObject({
      dates: { format: 'iso', timezone: 'UTC' },
      values: { case_sensitive: false, fallback: { status: 'open', priority: 'medium' } },
      null_markers: [],
    });
  });

  test.each<[what: string, parts: object, path: string, message: string]>([
    ['another version', { version: 2 }, 'version', 'expected 1'],
    ['an unknown key', { colums: {} }, 'colums', 'unknown key; did you mean "columns"?'],
    [
      'an unknown column',
      { columns: { ...columns, statsu: 'x' } },
      'columns.statsu',
      'unknown key; did you mean "status"?',
    ],
    [
      'an unknown key in a rule',
      { category: { rules: [{ field: 'a', equals: 'b', categry: 'c' }] } },
      'category.rules.0.categry',
      'did you mean "category"?',
    ],
    ['a key like nothing', { wxyzwxyz: 1 }, 'wxyzwxyz', 'unknown key'],
    ['no external_id', { columns: { created_at: 'Opened' } }, 'columns.external_id', 'expected string'],
    ['an instance with a colon', { instance: 'a:b' }, 'instance', 'expected 1 to 64 letters'],
    ['a format of another kind', { format: 'xlsx' }, 'format', 'expected one of "csv"|"ndjson"|"json"'],
    ['an unknown encoding', { encoding: 'utf-99' }, 'encoding', 'expected an encoding'],
    ['a long delimiter', { delimiter: ';;' }, 'delimiter', 'expected one character'],
    ['a status that is none', { values: { status: { New: 'new' } } }, 'values.status.New', 'expected one of "open"'],
    ['a date format that is none', { dates: { format: 'dd/mm/yy' } }, 'dates.format', 'expected iso, epoch_s'],
    ['a zone that is none', { dates: { timezone: 'CEST+1' } }, 'dates.timezone', 'expected an IANA time zone'],
    [
      'a rule without a test',
      { category: { rules: [{ field: 'a', category: 'b' }] } },
      'category.rules.0',
      'expected exactly one of',
    ],
    [
      'a rule with two tests',
      { escalation: { rules: [{ field: 'a', equals: 'b', contains: 'c' }] } },
      'escalation.rules.0',
      'expected exactly one of',
    ],
    [
      'scores without a scale',
      { columns: { ...columns, csat_score: 'Score' } },
      'csat',
      'required with columns.csat_score',
    ],
    ['an empty scale', { csat: { scale: 'five_point', min: 6 } }, 'csat', 'expected min below max'],
    [
      'a verdict both ways',
      { vendor_sla: { resolution: { met: 'a', breached: 'b' } } },
      'vendor_sla.resolution',
      'expected exactly one of met and breached',
    ],
    [
      'a script as address',
      { external_url: 'javascript:{external_id}' },
      'external_url',
      'expected an http or https address',
    ],
    ['a column and a constant', { constants: { status: 'open' } }, 'constants.status', 'not both'],
    [
      'event_at for tickets',
      { columns: { ...columns, event_at: 'At' } },
      'columns.event_at',
      'only for mode event_log',
    ],
    ['an event log without times', { mode: 'event_log' }, 'columns.event_at', 'required in mode event_log'],
    [
      'an event log with resolutions',
      { mode: 'event_log', columns: { ...columns, event_at: 'At', resolved_at: 'Resolved' } },
      'columns.resolved_at',
      'the history of status tells it',
    ],
  ])('with %s is refused by its path', (_, parts, path, message) => {
    expect(issuesOf({ ...least, ...parts })).toContainEqual({ path, message: expect.stringContaining(message) });
  });

  test('is refused with every bad path at once', () => {
    const issues = issuesOf({ version: 1, mode: 'x', instance: '', columns: { foo: 'a' } });
    expect(issues.map(({ path }) => path).toSorted()).toEqual(
      ['columns.created_at', 'columns.external_id', 'columns.foo', 'instance', 'mode'].toSorted(),
    );
  });

  test.each([null, 'text', [], 3])('is an object, not %o', (json) => {
    expect(issuesOf(json)).toHaveLength(1);
  });
});
