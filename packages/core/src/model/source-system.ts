import * as z from 'zod';

/** The support systems tickets come from. */
export const SOURCE_SYSTEMS = ['zendesk', 'intercom', 'freshdesk', 'salesforce', 'webhook', 'import'] as const;

/** Schema of {@link SourceSystem}. */
export const sourceSystemSchema = z.enum(SOURCE_SYSTEMS).meta({ id: 'SourceSystem' });

/** Where a ticket came from; `import` is a file. */
export type SourceSystem = z.infer<typeof sourceSystemSchema>;
