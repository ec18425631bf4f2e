import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Scope, SCOPES } from '@cscx/support-core/api';
import { type ApiKey, DEFAULT_KEY_SCOPES } from '../store/api-keys.js';
import type { DataCommandInput, DataCommandName, DataCommandResult } from './data-commands/index.js';
import { interruptible } from './interruptible.js';
import type { StoreConfiguration } from './open-configured-store.js';
import { dataDirOption, databaseUrlOption, jsonOption, organizationOption } from './options.js';
import { runDataCommand } from './run-data-command.js';

interface ApiKeyOptions extends StoreConfiguration {
  organization: string;
}

const run = <Name extends DataCommandName>(
  name: Name,
  input: DataCommandInput<Name>,
  configuration: StoreConfiguration,
): Promise<DataCommandResult<Name>> =>
  interruptible((signal) => runDataCommand(name, input, configuration, { signal, onProgress: () => undefined }));

const parseScopes = (text: string): Scope[] =>
  text.split(',').map((given) => {
    const scope = SCOPES.find((known) => known === given.trim());
    if (!scope) throw new InvalidArgumentError(`expected some of ${SCOPES.join(', ')}, with commas between them`);
    return scope;
  });

const createApiKey = async ({
  organization,
  name,
  scopes,
  ...configuration
}: ApiKeyOptions & { name?: string; scopes: Scope[] }): Promise<void> => {
  const { key } = await run('create-api-key', { organization_id: organization, name, scopes }, configuration);
  console.error('Keep it: only its hash is stored, so it cannot be shown again.');
  console.log(key);
};

const describeKey = ({ prefix, name, scopes, created_at, revoked_at }: ApiKey): string =>
  [
    prefix,
    scopes.join(','),
    `created ${created_at.slice(0, 10)}`,
    ...(revoked_at === null ? [] : [`revoked ${revoked_at.slice(0, 10)}`]),
    ...(name === null ? [] : [name]),
  ].join('  ');

const listApiKeys = async ({
  organization,
  json,
  ...configuration
}: ApiKeyOptions & { json?: boolean }): Promise<void> => {
  const { keys } = await run('list-api-keys', { organization_id: organization }, configuration);
  if (json) return console.log(JSON.stringify(keys));
  for (const key of keys) console.log(describeKey(key));
};

const revokeApiKey = async (prefix: string, { organization, ...configuration }: ApiKeyOptions): Promise<void> => {
  const { revoked_at } = await run('revoke-api-key', { organization_id: organization, prefix }, configuration);
  console.log(`${prefix} opens nothing since ${revoked_at}`);
};

const examples = (...lines: readonly string[]): string =>
  `\nExample:\n${lines.map((line) => `  $ cscx-support api-key ${line}`).join('\n')}`;

/** Adds `api-key create`, `api-key list` and `api-key revoke`. */
export const addApiKeyCommands = (program: Command): void => {
  const apiKey = program.command('api-key').description('keys that let programs into an organization');
  const add = (usage: string, description: string, example: string): Command =>
    apiKey
      .command(usage)
      .description(description)
      .addOption(organizationOption())
      .addOption(dataDirOption())
      .addOption(databaseUrlOption())
      .addHelpText('after', examples(example));
  add('create', 'make a key and print it once', 'create --organization acme --name CRM --scopes customers:write')
    .option('--name <name>', 'what you will recognise it by')
    .addOption(
      new Option('--scopes <scopes>', `what it is good for, of ${SCOPES.join(', ')}`)
        .argParser(parseScopes)
        .default(DEFAULT_KEY_SCOPES, DEFAULT_KEY_SCOPES.join(',')),
    )
    .action((options: ApiKeyOptions & { scopes: Scope[] }) => createApiKey(options));
  add('list', 'tell which keys there are, and what they are good for', 'list --organization acme')
    .addOption(jsonOption())
    .action((options: ApiKeyOptions) => listApiKeys(options));
  add('revoke <prefix>', 'end a key at once', 'revoke cscx_0aB1cD2 --organization acme').action(
    (prefix: string, options: ApiKeyOptions) => revokeApiKey(prefix, options),
  );
};
