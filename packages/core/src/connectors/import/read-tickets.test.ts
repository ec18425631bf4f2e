import { describe, expect, test } from 'vitest';
import { mappingOf, readAll } from './__fixtures__/read-all.js';
import { gzipped, streamOf } from './__fixtures__/stream-of.js';
import { readTickets } from './read-tickets.js';

const CSV = `ID,Opened,State,Subject
1,2026-01-05T09:00:00Z,open,Printer on fire
2,2026-01-05T10:00:00Z,closed,Coffee machine
`;
const SUBJECT = { columns: { subject: 'Subject' } };
const subjects = mappingOf(SUBJECT);

const subjectsOf = async (...read: Parameters<typeof readAll>): Promise<string[]> =>
  (await readAll(...read)).tickets.map(({ subject }) => subject);

describe('a CSV file', () => {
  test('becomes tickets of its instance', async () => {
    const { tickets, skipped } = await readAll(CSV, { mapping: subjects });
    expect(skipped).toEqual([]);
    expect(tickets).toMatchObject([
      {
        ticket_id: 'import:desk:1',
        source_system: 'import',
        external_id: '1',
        subject: 'Printer on fire',
        category: 'uncategorized',
        priority: 'medium',
        status: 'open',
        raw_status: 'open',
        created_at: '2026-01-05T09:00:00Z',
        csat_offered: null,
        source_updated_at: '2026-01-05T09:00:00Z',
      },
      { ticket_id: 'import:desk:2', status: 'closed' },
    ]);
  });

  test.each([
    ['a byte order mark', `\uFEFF${CSV}`],
    ['Windows line ends', CSV.replaceAll('\n', '\r\n')],
    ['old Mac line ends', CSV.replaceAll('\n', '\r')],
    ['semicolons', CSV.replaceAll(',', ';')],
    ['tabs', CSV.replaceAll(',', '\t')],
    ['blank lines', CSV.replaceAll('\n', '\n\n')],
    ['no line end at the end', CSV.trim()],
  ])('may have %s', async (_, content) => {
    expect(await subjectsOf(content, { mapping: subjects })).toEqual(['Printer on fire', 'Coffee machine']);
  });

  test.each([1, 2, 3, 7, 64])('reads the same in pieces of %i bytes', async (pieceSize) => {
    const content =
      'ID,Opened,State,Subject\r\n1,2026-01-05,open,"Grüße, ""Welt""\r\nzweite Zeile"\r\n2,2026-01-05,open,"x"\r\n';
    expect(await subjectsOf(content, { mapping: subjects, pieceSize })).toEqual(['Grüße, "Welt"\nzweite Zeile', 'x']);
  });

  test('keeps quotes inside unquoted fields', async () => {
    const content = 'ID,Opened,State,Subject\n1,2026-01-05,open,24" monitor\n2,2026-01-05,open,ok\n';
    expect(await subjectsOf(content, { mapping: subjects })).toEqual(['24" monitor', 'ok']);
  });

  test('skips rows with more or fewer columns, by the line where they begin', async () => {
    const content =
      'ID,Opened,State\n1,2026-01-05,"op\nen"\n2,2026-01-05\n3,2026-01-05,open,extra\n4,2026-01-05,open\n';
    const { tickets, skipped } = await readAll(content);
    expect(tickets.map(({ external_id }) => external_id)).toEqual(['1', '4']);
    expect(skipped).toEqual([
      { position: '4', field: '', reason: 'expected 3 columns as in the header, found 2', record: ['2', '2026-01-05'] },
      {
        position: '5',
        field: '',
        reason: 'expected 3 columns as in the header, found 4',
        record: ['3', '2026-01-05', 'open', 'extra'],
      },
    ]);
  });

  test('with a quote that is never closed is unreadable from there', async () => {
    const content = `ID,Opened,State\n1,2026-01-05,open\n2,2026-01-05,"open\n3,2026-01-05,open\n`;
    await expect(readAll(content)).rejects.toThrow('line 3: a quoted field is never closed');
  });

  test('with only a header holds nothing', async () => {
    expect(await readAll('ID,Opened,State\n')).toMatchObject({ tickets: [], skipped: [] });
  });
});

describe('encodings', () => {
  const latin = Uint8Array.from([
    ...new TextEncoder().encode('ID,Opened,State,Subject\n1,2026-01-05,open,ok\n2,2026-01-05,open,Gr'),
    0xfc,
    0xdf,
    0x65,
  ]);

  test.each([5, 1 << 16])('bytes that are not UTF-8 are named with byte and line (pieces of %i)', async (pieceSize) => {
    const read = readAll(latin, { mapping: subjects, pieceSize });
    await expect(read).rejects.toMatchObject({ code: 'unreadable_file' });
    await expect(read).rejects.toThrow('the file is not utf-8 (byte offset 65, line 3): set "encoding" in the mapping');
  });

  test('a mapping names another one', async () => {
    const mapping = mappingOf({ ...SUBJECT, encoding: 'windows-1252' });
    expect(await subjectsOf(latin, { mapping })).toEqual(['ok', 'Grüße']);
  });

  test.each([
    ['by its byte order mark', [0xff, 0xfe], undefined],
    ['by the mapping', [], 'utf-16le'],
  ])('UTF-16 is read %s', async (_, mark, encoding) => {
    const units = [...new TextEncoder().encode(CSV)].flatMap((ascii) => [ascii, 0]);
    const mapping = mappingOf({ ...SUBJECT, ...(encoding !== undefined && { encoding }) });
    expect(await subjectsOf(new Uint8Array([...mark, ...units]), { mapping, pieceSize: 3 })).toHaveLength(2);
  });

  test('a character that is cut off at the end is unreadable', async () => {
    const cut = new TextEncoder().encode('ID,Opened,State\n1,2026-01-05,ö').slice(0, -1);
    await expect(readAll(cut)).rejects.toThrow('the file ends in the middle of a character');
  });
});

describe('JSON', () => {
  const records = [
    { ID: 1, Opened: '2026-01-05T09:00:00Z', State: 'open', about: { title: 'Printer' }, tags: ['a', 'b;c'] },
    { ID: 2, Opened: '2026-01-05T10:00:00Z', State: 'closed', about: { title: 'Coffee' }, 'x.y': 1 },
  ];
  const nested = { columns: { subject: 'about.title', tags: 'tags' } };

  test.each([
    ['an array', JSON.stringify(records), {}],
    ['an indented array', JSON.stringify(records, null, 2), {}],
    [
      'an array inside an object',
      JSON.stringify({ count: 2, data: { tickets: records } }),
      { records: 'data.tickets' },
    ],
    ['one object a line', records.map((record) => JSON.stringify(record)).join('\n'), {}],
  ])('is read as %s, columns by their path', async (_, content, file) => {
    for (const pieceSize of [3, 1 << 16])
      expect(await subjectsOf(content, { mapping: mappingOf({ ...nested, ...file }), pieceSize })).toEqual([
        'Printer',
        'Coffee',
      ]);
  });

  test('lists are tags', async () => {
    const { tickets } = await readAll(JSON.stringify(records), { mapping: mappingOf(nested) });
    expect(tickets[0]?.tags).toEqual(['a', 'b', 'c']);
  });

  test('a bad line of NDJSON is skipped, the rest goes on', async () => {
    const lines = [JSON.stringify(records[0]), '{"ID": 7,', '[1]', '', JSON.stringify(records[1])];
    const { tickets, skipped } = await readAll(lines.join('\n'), { mapping: mappingOf({ format: 'ndjson' }) });
    expect(tickets).toHaveLength(2);
    expect(skipped.map(({ position, reason }) => [position, reason])).toEqual([
      ['2', 'expected one JSON object on the line'],
      ['3', 'expected a JSON object'],
    ]);
  });

  test('a document that ends early is unreadable after its last whole record', async () => {
    const read = readAll(JSON.stringify(records).slice(0, -20));
    await expect(read).rejects.toThrow('the JSON is damaged or ends early, after record 1');
  });

  test('a path without an array is an error', async () => {
    const mapping = mappingOf({ records: 'data.items' });
    const read = readAll(JSON.stringify({ data: { tickets: records } }), { mapping });
    await expect(read).rejects.toThrow('records: the file has no array "data.items"');
  });

  test('a path to an object, and an object without a path, are errors', async () => {
    const object = JSON.stringify({ data: { first: records[0] } }, null, 2);
    await expect(readAll(object, { mapping: mappingOf({ records: 'data' }) })).rejects.toThrow('has no array "data"');
    await expect(readAll(object)).rejects.toThrow('records: required, because the file is a JSON object');
  });

  test('an empty array holds nothing', async () => {
    expect(await readAll('{"tickets": []}', { mapping: mappingOf({ records: 'tickets' }) })).toMatchObject({
      tickets: [],
    });
    expect(await readAll('[]')).toMatchObject({ tickets: [], skipped: [] });
  });

  test('a required column that no record has is an error, another one a warning', async () => {
    const content = JSON.stringify(records);
    await expect(readAll(content, { mapping: mappingOf({ columns: { created_at: 'opened' } }) })).rejects.toThrow(
      'columns.created_at: no record has "opened"; the first one has: ID, Opened, State, about, tags',
    );
    const { warnings } = await readAll(content, { mapping: mappingOf({ columns: { assignee: 'agent.name' } }) });
    expect(warnings).toContainEqual({
      kind: 'column_never_seen',
      field: 'columns.assignee',
      value: 'agent.name',
      count: 1,
    });
  });
});

describe('a file that is not what it says', () => {
  test.each([
    ['an empty file', '', 'the file is empty'],
    ['a file of blanks', ' \n\n', 'the file is empty'],
    ['an Excel workbook', 'PK\u0003\u0004xxxx', 'the file is an Excel workbook or a zip archive'],
    ['binary data', 'ID,\u0000\u0001\u0002', 'the file is binary, not text'],
    ['a web page', '<!DOCTYPE html><html></html>', 'the file is a web page'],
    ['JSON', '[{"ID":1}]', 'the mapping says format csv, but the file looks like json'],
  ])('is unreadable: %s', async (_, content, message) => {
    const read = readAll(content, { mapping: mappingOf({ format: 'csv' }) });
    await expect(read).rejects.toMatchObject({ code: 'unreadable_file' });
    await expect(read).rejects.toThrow(message);
  });

  test('CSV is no JSON', async () => {
    await expect(readAll(CSV, { mapping: mappingOf({ format: 'json' }) })).rejects.toThrow('the file looks like csv');
  });
});

describe('gzip', () => {
  test('is told by its first bytes', async () => {
    expect(await subjectsOf(await gzipped(CSV), { mapping: subjects, pieceSize: 1 })).toHaveLength(2);
  });

  test('that ends early is unreadable', async () => {
    const packed = await gzipped(CSV);
    const read = readAll(packed.slice(0, -12));
    await expect(read).rejects.toMatchObject({ code: 'unreadable_file' });
    await expect(read).rejects.toThrow('the gzip data is damaged, ends early, or is several gzips in one');
  });

  test('of several gzips in one is refused, not half read', async () => {
    const joined = Uint8Array.from([...(await gzipped(CSV)), ...(await gzipped('3,2026-01-05,open,x'))]);
    await expect(readAll(joined)).rejects.toThrow('several gzips in one');
  });

  test('of nothing is empty', async () => {
    await expect(readAll(await gzipped(''))).rejects.toThrow('the file is empty');
  });
});

describe('a mapping that does not fit the file', () => {
  test('names every missing column, its path, and what there is', async () => {
    const mapping = mappingOf({
      columns: { subject: '{Subject} ({Sub})', assignee: 'Agent' },
      vendor_sla: { resolution: { met: 'SLA' } },
      category: { rules: [{ field: 'Typ', equals: 'x', category: 'y' }] },
    });
    const failure = await readAll(CSV, { mapping }).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'invalid_input',
      issues: [
        { path: 'columns.subject', message: 'the file has no column "Sub"; it has: ID, Opened, State, Subject' },
        { path: 'columns.assignee' },
        { path: 'vendor_sla.resolution.met' },
        { path: 'category.rules.0.field' },
      ],
    });
  });

  test('suggests the column that was meant', async () => {
    await expect(readAll(CSV, { mapping: mappingOf({ columns: { subject: 'subjct' } }) })).rejects.toThrow(
      'columns.subject: the file has no column "subjct"; did you mean "Subject"?',
    );
  });

  test('does not choose between columns of one name', async () => {
    await expect(readAll('ID,Opened,State,State\n1,2026-01-05,open,closed\n')).rejects.toThrow(
      'columns.status: the file has 2 columns "State": rename one',
    );
  });

  test('lets go of the file', async () => {
    let isCancelled = false;
    const source = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(CSV.padEnd(70_000, 'x'))),
      cancel: () => {
        isCancelled = true;
      },
    });
    await expect(readTickets(source, { mapping: mappingOf({ columns: { subject: 'No' } }) }).next()).rejects.toThrow(
      'no column "No"',
    );
    expect(isCancelled).toBe(true);
  });
});

describe('reading', () => {
  const long = `ID,Opened,State\n${Array.from({ length: 30_000 }, (_, id) => `${id},2026-01-05T09:00:00Z,open\n`).join('')}`;

  test('hands over pages, and tells how far it is', async () => {
    const seen: { bytes_read: number; records: number }[] = [];
    const pages: number[] = [];
    const options = { mapping: mappingOf(), onProgress: (progress: (typeof seen)[number]) => seen.push(progress) };
    for await (const { tickets } of readTickets(streamOf(long), options)) pages.push(tickets.length);
    expect(Math.max(...pages)).toBe(500);
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.at(-1)).toEqual({ bytes_read: long.length, records: 30_000 });
  });

  test.each(['tickets', 'event_log'])('stops when it is aborted (%s)', async (mode) => {
    const controller = new AbortController();
    let pulled = 0;
    const source = new ReadableStream<Uint8Array>({
      pull(stream) {
        pulled += 1;
        if (pulled === 3) controller.abort(new Error('enough'));
        stream.enqueue(new TextEncoder().encode(pulled === 1 ? long : long.slice(long.indexOf('\n') + 1)));
      },
    });
    const columns = mode === 'event_log' ? { event_at: 'Opened' } : {};
    const read = async () => {
      for await (const page of readTickets(source, {
        mapping: mappingOf({ mode, columns }),
        signal: controller.signal,
      }))
        expect(page.skipped).toEqual([]);
    };
    await expect(read()).rejects.toThrow('enough');
    expect(pulled).toBeLessThan(6);
  });

  test.each(['tickets', 'event_log'])('cancels the file when the reader has had enough (%s)', async (mode) => {
    let isCancelled = false;
    const bad = long.replaceAll('2026-01', '2026-13');
    const source = new ReadableStream<Uint8Array>({
      pull: (stream) => stream.enqueue(new TextEncoder().encode(bad)),
      cancel: () => {
        isCancelled = true;
      },
    });
    const columns = mode === 'event_log' ? { event_at: 'Opened' } : {};
    for await (const { skipped } of readTickets(source, { mapping: mappingOf({ mode, columns }) })) {
      expect(skipped.length).toBeGreaterThan(0);
      break;
    }
    expect(isCancelled).toBe(true);
  });
});
