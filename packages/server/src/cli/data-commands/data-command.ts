import type { z } from 'zod';
import type { Instant } from '@cscx/support-core';
import { InvalidInputError } from '@cscx/support-core';
import type { SupportStore } from '../../store/support-store.js';
import type { ConnectionServices } from '../../sync/open-connector.js';

/** How far a command is. */
export interface CommandProgress {
  /** Of `total`, in whatever is counted; both 0 where nobody can tell. */
  done: number;
  total: number;
  /** What has been done so far, such as `imported 12`. */
  text: string;
}

/** What a command runs with, in this process or in the one that has the data directory. */
export interface CommandContext {
  store: SupportStore;
  /** How accounts are reached; absent where there is no key for their credentials. */
  services?: ConnectionServices | undefined;
  now: () => Instant;
  signal: AbortSignal;
  onProgress: (progress: CommandProgress) => void;
}

/** Work on the data that is asked for on the command line. Input and result are JSON. */
export type DataCommand<Input, Result> = (input: Input, context: CommandContext) => Promise<Result>;

/** Makes a command that checks its input, which may have come over the wire. */
export const dataCommand =
  <Schema extends z.ZodType, Result>(
    schema: Schema,
    run: DataCommand<z.output<Schema>, Result>,
  ): DataCommand<z.input<Schema>, Result> =>
  async (input, context) => {
    const checked = schema.safeParse(input);
    if (!checked.success) throw InvalidInputError.fromZod('command', checked.error);
    return run(checked.data, context);
  };
