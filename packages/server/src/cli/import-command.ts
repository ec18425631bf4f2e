import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CommandProgress } from './data-commands/data-command.js';
import type { DataCommandName, DataCommandResult } from './data-commands/index.js';
import { INTERRUPTED, interruptible } from './interruptible.js';
import type { StoreConfiguration } from './open-configured-store.js';
import { dataDirOption, databaseUrlOption, jsonOption, organizationOption, rejectsOption } from './options.js';
import { createProgressBar } from './progress-bar.js';
import { printSummary } from './print-summary.js';
import { runDataCommand } from './run-data-command.js';

interface ImportOptions extends StoreConfiguration {
  organization: string;
  mapping?: string;
  rejects?: string;
  json?: boolean;
}

type ImportName = Extract<DataCommandName, `import-${string}`>;

const runImport = async (name: ImportName, file: string, options: ImportOptions): Promise<void> => {
  const path = resolve(file);
  const input = {
    organization_id: options.organization,
    file: path,
    rejects: resolve(options.rejects ?? `${path}.rejects.ndjson`),
    mapping: resolve(options.mapping ?? ''),
  };
  const bar = createProgressBar(options.organization);
  let last: CommandProgress | undefined;
  await interruptible(async (signal) => {
    const onProgress = (progress: CommandProgress) => {
      last = progress;
      bar.update(progress);
    };
    try {
      const summary: DataCommandResult<ImportName> = await runDataCommand(name, input, options, { signal, onProgress });
      bar.stop();
      printSummary(summary, options);
    } catch (error) {
      bar.stop();
      if (!signal.aborted) throw error;
      console.error(`stopped; already in: ${last?.text ?? 'nothing'}. Run the same command again to go on`);
      process.exitCode = INTERRUPTED;
    }
  });
};

/** A command that reads a file into an organization. */
const fileCommand = (program: Command, name: string, description: string, kind: Parameters<typeof runImport>[0]) =>
  program
    .command(name)
    .description(description)
    .argument('<file>', 'the file')
    .addOption(organizationOption())
    .addOption(rejectsOption())
    .addOption(jsonOption())
    .addOption(dataDirOption())
    .addOption(databaseUrlOption())
    .action((file: string, options: ImportOptions) => runImport(kind, file, options));

/** Adds `import` and `import-customers`. */
export const addImportCommands = (program: Command): void => {
  fileCommand(
    program,
    'import',
    'import tickets from a CSV, NDJSON or JSON file, plain or gzip; importing it again changes nothing',
    'import-tickets',
  )
    .requiredOption('--mapping <file>', 'a JSON file that says which column is which field (docs/importing.md)')
    .addHelpText(
      'after',
      `
Examples:
  $ cscx-support import tickets.csv --mapping mapping.json --organization acme
  $ cscx-support import log.csv.gz --mapping log.json --organization acme --json`,
    );
  fileCommand(
    program,
    'import-customers',
    'import customers from a CSV, NDJSON or JSON file whose columns are the fields of a customer',
    'import-customers',
  ).addHelpText(
    'after',
    `
Example:
  $ cscx-support import-customers customers.csv --organization acme`,
  );
};
