import { z } from 'zod';
import { rotateCredentials } from '../../sync/rotate-credentials.js';
import { dataCommand } from './data-command.js';
import { neededServices } from './needed-services.js';

/** Seals the credentials of all organizations with the newest key. */
export const rotateAllCredentials = dataCommand(z.object({}), (_, context) =>
  rotateCredentials(context.store, neededServices(context).vault),
);
