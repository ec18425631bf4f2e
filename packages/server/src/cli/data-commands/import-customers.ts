import { importCustomers } from '../../imports/import-customers.js';
import { dataCommand } from './data-command.js';
import { importFileSchema, withImportFile } from './import-file.js';

/** Imports a file of customers. */
export const importCustomersFile = dataCommand(importFileSchema, (files, context) =>
  withImportFile(files, context, ({ organization, stream, ...hooks }) =>
    importCustomers(organization, stream, { now: context.now, signal: context.signal, ...hooks }),
  ),
);
