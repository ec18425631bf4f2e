import { type Command, Option } from 'commander';
import { DEMO } from '../auth/demo-access.js';
import { LOG_LEVELS } from '../logger.js';
import { addAccessOptions } from './access-options.js';
import { interruptible } from './interruptible.js';
import { databaseUrlOption, dataDirOption, parsePort } from './options.js';
import type { ServeOptions } from './serve.js';
import { addWorkerOptions } from './worker-options.js';

/** Adds `serve`. */
export const addServeCommand = (program: Command): void => {
  const command = program
    .command('serve')
    .description('answer the API, and with --site the dashboard')
    .addOption(new Option('--port <port>', '0 takes any that is free').env('PORT').default(4560).argParser(parsePort))
    .addOption(new Option('--host <address>', 'address to listen on').env('HOST').default('127.0.0.1'))
    .addOption(dataDirOption())
    .addOption(databaseUrlOption())
    .option('--demo', `fill the organization "${DEMO}" with generated data and accept the token "${DEMO}" on loopback`)
    .option('--no-demo', 'neither of these; the default of the command, but not of npm start')
    .option('--site <dir>', 'a built web page to serve beside the API')
    .addOption(
      new Option('--log-level <level>', 'from which severity on to log, as JSON lines on standard error')
        .env('LOG_LEVEL')
        .choices(LOG_LEVELS)
        .default('warn'),
    )
    .addHelpText(
      'after',
      `
Examples:
  $ cscx-support serve --demo
  $ PORT=8080 DATABASE_URL=postgres://support@db/support cscx-support serve --host 0.0.0.0`,
    )
    .action(async (options: ServeOptions) => {
      const { serve } = await import('./serve.js');
      await interruptible((signal) => serve(options, signal));
    });
  addWorkerOptions(command);
  addAccessOptions(command);
};
