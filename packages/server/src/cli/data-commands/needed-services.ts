import { InvalidInputError } from '@cscx/support-core';
import type { ConnectionServices } from '../../sync/open-connector.js';
import type { CommandContext } from './data-command.js';

/** @throws InvalidInputError where there is no key, with how to make one */
export const neededServices = ({ services }: CommandContext): ConnectionServices => {
  if (services) return services;
  throw new InvalidInputError('CREDENTIALS_KEY', [
    {
      path: '',
      message:
        'expected a key with which credentials are sealed. Make one with "openssl rand -base64 32", keep it apart from ' +
        'the database, and give it to this command and to every server; a server that runs has to be started with it',
    },
  ]);
};
