import { z } from 'zod';

/** What a server tells the command line while it runs a command for it, one JSON text a line. */
export const controlMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number(), total: z.number(), text: z.string() }),
  z.object({ type: z.literal('result'), result: z.unknown() }),
  z.object({ type: z.literal('error'), message: z.string() }),
]);

/** See {@link controlMessageSchema}. */
export type ControlMessage = z.infer<typeof controlMessageSchema>;
