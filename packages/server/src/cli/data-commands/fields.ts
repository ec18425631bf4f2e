import { isAbsolute } from 'node:path';
import { z } from 'zod';

/** What an organization may be called. */
export const organizationIdSchema = z
  .string()
  .regex(/^[\w.-]{1,100}$/, 'expected up to 100 letters, digits, ".", "_" or "-"');

/** The process that runs a command may have another working directory than the one that asked. */
export const pathSchema = z.string().refine(isAbsolute, 'expected an absolute path');
