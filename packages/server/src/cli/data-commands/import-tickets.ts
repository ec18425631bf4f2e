import { readFile } from 'node:fs/promises';
import { InvalidInputError } from '@cscx/support-core';
import { parseImportMapping } from '@cscx/support-core/connectors/import';
import { importTickets } from '../../imports/import-tickets.js';
import { dataCommand } from './data-command.js';
import { pathSchema } from './fields.js';
import { importFileSchema, withImportFile } from './import-file.js';

const readMapping = async (path: string) => {
  const text = await readFile(path, 'utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new InvalidInputError(path, [{ path: '', message: `expected JSON: ${(error as Error).message}` }]);
  }
  return parseImportMapping(json);
};

/** Imports a file of tickets. */
export const importTicketsFile = dataCommand(
  importFileSchema.extend({ mapping: pathSchema }),
  async ({ mapping: mappingPath, ...files }, context) => {
    const mapping = await readMapping(mappingPath);
    return withImportFile(files, context, ({ organization, stream, ...hooks }) =>
      importTickets(organization, stream, { mapping, now: context.now, signal: context.signal, ...hooks }),
    );
  },
);
