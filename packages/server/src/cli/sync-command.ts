import type { Command } from 'commander';
import type { CommandProgress } from './data-commands/data-command.js';
import type { SyncedConnectionResult } from './data-commands/sync-connections.js';
import { INTERRUPTED, interruptible } from './interruptible.js';
import type { StoreConfiguration } from './open-configured-store.js';
import { dataDirOption, databaseUrlOption, jsonOption, organizationOption } from './options.js';
import { runDataCommand } from './run-data-command.js';

interface SyncOptions extends StoreConfiguration {
  organization: string;
  connection?: string;
  json?: boolean;
}

const ENDS = {
  synced: '',
  failed: 'failed: ',
  taken: 'is being read by a server just now; see "cscx-support status"',
  stopped: 'stopped, the next sync goes on from there: ',
} as const;

const describe = ({ connection_id, outcome, tally, error }: SyncedConnectionResult): string => {
  const { pulled, changed, removed, unmatched, skipped } = tally;
  const counts = `read ${pulled}, changed ${changed}, removed ${removed}, unmatched ${unmatched}, kept aside ${skipped}`;
  const end = outcome === 'taken' ? ENDS.taken : `${ENDS[outcome]}${error ?? counts}`;
  return `${connection_id}: ${end}`;
};

/** A line that replaces itself on a terminal; nothing where nobody looks. */
const showProgress = ({ text }: CommandProgress): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`);
};
const endProgress = (): void => {
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
};

const sync = async (options: SyncOptions): Promise<void> => {
  const { organization, connection, json } = options;
  const input = { organization_id: organization, connection_id: connection };
  await interruptible(async (signal) => {
    try {
      const { connections } = await runDataCommand('sync-connections', input, options, {
        signal,
        onProgress: showProgress,
      });
      endProgress();
      if (json) console.log(JSON.stringify(connections));
      else for (const result of connections) console.log(describe(result));
      if (signal.aborted) process.exitCode = INTERRUPTED;
      else if (connections.some(({ outcome }) => outcome === 'failed')) process.exitCode = 1;
    } catch (error) {
      endProgress();
      if (!signal.aborted) throw error;
      console.error('stopped; what was read is in, and the next sync goes on from there');
      process.exitCode = INTERRUPTED;
    }
  });
};

/** Adds `sync`. */
export const addSyncCommand = (program: Command): void => {
  program
    .command('sync')
    .description('bring connections up to date now; a running server does so by itself every few minutes')
    .addOption(organizationOption())
    .option('--connection <id>', 'only this one (default: all of the organization)')
    .addOption(jsonOption())
    .addOption(dataDirOption())
    .addOption(databaseUrlOption())
    .addHelpText(
      'after',
      `
Example:
  $ cscx-support sync --organization acme`,
    )
    .action((options: SyncOptions) => sync(options));
};
