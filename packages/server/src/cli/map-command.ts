import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InvalidInputError } from '@cscx/support-core';
import type { ConnectorPage } from '@cscx/support-core/connectors';
import { type Command, Option } from 'commander';
import { type Vendor, vendorModules, VENDORS } from '../sync/vendors.js';
import { readRecordedDocuments } from './recorded-documents.js';

interface MapOptions {
  source: Vendor;
  options?: string;
}

/** The account of payloads of which nobody says where they are from; it shows in their `ticket_id`. */
const someAccount: Readonly<Record<Vendor, object>> = {
  zendesk: { subdomain: 'example' },
  intercom: { app_id: 'example' },
  freshdesk: { domain: 'example' },
  salesforce: { my_domain: 'example' },
  webhook: { instance: 'example' },
};

const readSettings = async (path: string | undefined): Promise<object> => {
  if (path === undefined) return {};
  const refuse = (message: string) => new InvalidInputError(path, [{ path: '', message }]);
  let settings: unknown;
  try {
    settings = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw refuse(`expected JSON: ${error.message}`);
    throw error;
  }
  if (typeof settings !== 'object' || settings === null) throw refuse('expected an object of settings');
  return settings;
};

const NAMES = {
  companies: 'company',
  tickets: 'ticket',
  events: 'event',
  removed: 'removed',
  skipped: 'skipped',
  warnings: 'warning',
} as const;

/** A line of JSON for each thing that a page tells; records as they came are left out. */
function* pageLines(page: ConnectorPage, line: number | null): Generator<string> {
  const where = line !== null && { line };
  for (const [list, name] of Object.entries(NAMES) as [keyof typeof NAMES, string][]) {
    for (const entry of page[list] ?? []) {
      const told = 'record' in entry ? { ...entry, record: undefined } : entry;
      yield `${JSON.stringify({ [name]: list === 'skipped' ? { ...where, ...told } : told })}\n`;
    }
  }
}

const notJson = (line: number | null) => ({ line, position: '', field: '', reason: 'expected JSON' });

async function* mappedLines(name: string, stream: Readable, { source, options }: MapOptions): AsyncGenerator<string> {
  const settings = { ...someAccount[source], ...(await readSettings(options)) };
  const { mapRecords } = await vendorModules[source]();
  for await (const { line, ...read } of readRecordedDocuments(name, stream)) {
    if ('document' in read) yield* pageLines(mapRecords(read.document, settings), line);
    else yield `${JSON.stringify({ skipped: notJson(line) })}\n`;
  }
}

/** Whoever reads the output may have seen enough, as `head` does. */
const isClosedPipe = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EPIPE';

const map = async (file: string, options: MapOptions): Promise<void> => {
  const stream = file === '-' ? process.stdin : createReadStream(file);
  const lines = Readable.from(mappedLines(file === '-' ? 'standard input' : file, stream, options));
  try {
    await pipeline(lines, process.stdout, { end: false });
  } catch (error) {
    if (!isClosedPipe(error)) throw error;
  }
};

/** Adds `map`. */
export const addMapCommand = (program: Command): void => {
  program
    .command('map')
    .description("show what becomes of a support system's recorded payloads; needs no database")
    .argument('<file>', 'a JSON document or one on each line, from any endpoint that is synced; - is standard input')
    .addOption(new Option('--source <vendor>', 'whose payloads they are').choices(VENDORS).makeOptionMandatory())
    .option('--options <file>', "a JSON file with the connection's settings (docs/connectors)")
    .addHelpText(
      'after',
      `
Prints a line of JSON for each {"ticket"}, {"event"}, {"removed"}, {"skipped"} and {"warning"}.

Examples:
  $ cscx-support map --source zendesk export.json
  $ cscx-support map --source intercom --options settings.json - < conversations.ndjson`,
    )
    .action(map);
};
