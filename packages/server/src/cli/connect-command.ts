import { type Command, Option } from 'commander';
import { type Vendor, VENDORS } from '../sync/vendors.js';
import type { ConnectedAccount } from '../sync/connect-account.js';
import { interruptible } from './interruptible.js';
import type { StoreConfiguration } from './open-configured-store.js';
import { dataDirOption, databaseUrlOption, jsonOption, organizationOption } from './options.js';
import { readJsonObject } from './read-json-object.js';
import { runDataCommand } from './run-data-command.js';

interface ConnectOptions extends StoreConfiguration {
  organization: string;
  source?: Vendor;
  settings?: string;
  credentials?: string;
  name?: string;
  id?: string;
  check: boolean;
  json?: boolean;
}

const printProblems = ({ check }: ConnectedAccount): void => {
  for (const { capability, message } of check?.problems ?? []) {
    console.error(capability === null ? message : `without ${capability}: ${message}`);
  }
};

const printConnected = (connected: ConnectedAccount, organization: string): void => {
  printProblems(connected);
  const { connection_id, check, webhook_path } = connected;
  if (!connected.isConnected) {
    console.error('not connected: the account cannot be read. Nothing was stored (--no-check stores it all the same)');
    process.exitCode = 1;
    return;
  }
  const account = check?.account ?? null;
  if (account !== null) console.error(`account: ${account}`);
  if (webhook_path !== null) console.error(`webhooks go to: ${webhook_path} below the address of your server`);
  console.error(
    'a running server begins to read it within seconds; see how far it is with ' +
      `"cscx-support status --organization ${organization}", or read it now with "cscx-support sync"`,
  );
  // Alone on standard output: for scripts.
  console.log(connection_id);
};

const connect = async (options: ConnectOptions): Promise<void> => {
  const { organization, source, settings, credentials, name, id, check, json } = options;
  const input = {
    organization_id: organization,
    connection_id: id,
    source_system: source,
    settings: settings === undefined ? undefined : await readJsonObject('settings', settings),
    credentials: credentials === undefined ? undefined : await readJsonObject('credentials', credentials),
    name,
    isChecked: check,
  };
  const connected = await interruptible((signal) =>
    runDataCommand('connect', input, options, { signal, onProgress: () => undefined }),
  );
  if (!json) return printConnected(connected, organization);
  console.log(JSON.stringify(connected));
  if (!connected.isConnected) process.exitCode = 1;
};

/** Adds `connect`. */
export const addConnectCommand = (program: Command): void => {
  program
    .command('connect')
    .description('read an account of a support system from now on; asks it first what works')
    .addOption(organizationOption())
    .addOption(new Option('--source <system>', 'which support system it is').choices(VENDORS))
    .option('--settings <file>', 'a JSON file with its settings (docs/connectors)')
    .option('--credentials <file>', 'a JSON file with its credentials, or - for standard input; stored sealed')
    .option('--name <name>', 'what people call it')
    .option('--id <connection>', 'change this connection instead; what is not given stays')
    .option('--no-check', 'do not ask the support system first')
    .addOption(jsonOption())
    .addOption(dataDirOption())
    .addOption(databaseUrlOption())
    .addHelpText(
      'after',
      `
CREDENTIALS_KEY has the key with which credentials are sealed: 32 bytes in base64, as "openssl rand -base64 32" makes.

Examples:
  $ cscx-support connect --organization acme --source freshdesk --settings desk.json --credentials - < key.json
  $ cscx-support connect --organization acme --id freshdesk-k3v9x2m4q8w7r6t5 --credentials new-key.json`,
    )
    .action((options: ConnectOptions) => connect(options));
};
