import * as z from 'zod';
import { csatScaleSchema } from '../../../model/csat-scale.js';
import { ticketPrioritySchema } from '../../../model/ticket-priority.js';
import { ticketStatusSchema } from '../../../model/ticket-status.js';
import { timeZoneSchema } from '../../../model/time-zone.js';
import { isDateFormat } from '../values/date-format.js';
import { isHttpUrl } from '../../shared/http-url.js';
import { columnsSchema } from './columns-schema.js';
import { conditionShape, hasOneTest } from '../../shared/condition.js';
import { mappingConflicts } from './mapping-conflicts.js';

const columnName = z.string().min(1);
const words = z.array(z.string());

const isEncoding = (label: string): boolean => {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
};

const dateFormatSchema = z.string().refine(isDateFormat, {
  error:
    'expected iso, epoch_s, epoch_ms or a pattern with year, month and day of YYYY MM M MMM DD D HH H hh h mm ss SSS A Z, such as DD-MM-YYYY HH:mm',
});

const vendorVerdictColumnsSchema = z
  .strictObject({
    met: columnName.optional().meta({ description: 'column that is true while the target is met' }),
    breached: columnName.optional().meta({ description: 'column that is true once it was missed' }),
    breached_at: columnName.optional(),
    due_at: columnName.optional(),
  })
  .refine(({ met, breached }) => (met === undefined) !== (breached === undefined), {
    error: 'expected exactly one of met and breached',
  });

/** Schema of {@link ImportMapping}. */
export const importMappingSchema = z
  .strictObject({
    $schema: z.string().optional(),
    version: z.literal(1),
    mode: z.enum(['tickets', 'event_log']).meta({
      description: 'tickets: one row per ticket; event_log: one row per update of a ticket',
    }),
    instance: z
      .string()
      .regex(/^[\w.-]{1,64}$/, 'expected 1 to 64 letters, digits, dots, dashes or underscores')
      .meta({ description: 'part of ticket_id: import:{instance}:{external_id}' }),
    format: z.enum(['csv', 'ndjson', 'json']).optional().meta({ description: 'absent: detected' }),
    encoding: z
      .string()
      .refine(isEncoding, { error: 'expected an encoding such as utf-8, utf-16le or windows-1252' })
      .optional()
      .meta({ description: 'absent: by byte order mark, else utf-8' }),
    delimiter: z
      .string()
      .regex(/^[^"\r\n]$/, 'expected one character, such as ; or a tab (\\t)')
      .optional()
      .meta({ description: 'CSV only; absent: detected' }),
    records: z
      .string()
      .min(1)
      .optional()
      .meta({ description: 'JSON only: dotted path of the array that holds the tickets' }),
    columns: columnsSchema,
    constants: z
      .strictObject({
        subject: z.string().optional(),
        category: z.string().min(1).optional(),
        priority: ticketPrioritySchema.optional(),
        status: ticketStatusSchema.optional(),
        assignee: z.string().optional(),
        tags: z.array(z.string()).optional(),
        csat_offered: z.boolean().optional(),
      })
      .default({})
      .meta({ description: 'the same value for every ticket, instead of a column' }),
    values: z
      .strictObject({
        status: z
          .record(z.string(), ticketStatusSchema.nullable())
          .default({})
          .meta({ description: "the file's word → ours; null: unknown, what was known before stays" }),
        priority: z.record(z.string(), ticketPrioritySchema.nullable()).default({}),
        case_sensitive: z.boolean().default(false),
        fallback: z
          .strictObject({
            status: ticketStatusSchema.default('open'),
            priority: ticketPrioritySchema.default('medium'),
          })
          .prefault({})
          .meta({ description: 'for words not listed; each is counted as a warning' }),
      })
      .prefault({}),
    dates: z
      .strictObject({
        format: z
          .union([dateFormatSchema, z.array(dateFormatSchema).min(1)])
          .default('iso')
          .meta({
            description:
              'iso, epoch_s, epoch_ms, a pattern such as DD-MM-YYYY HH:mm, or a list of these, tried in order',
          }),
        timezone: timeZoneSchema.default('UTC').meta({ description: 'zone of times that carry none' }),
      })
      .prefault({}),
    null_markers: words.default([]).meta({ description: 'texts that mean "no value"; the empty one always does' }),
    booleans: z
      .strictObject({
        true: words.default(['true', 'yes', 'y', '1']),
        false: words.default(['false', 'no', 'n', '0']),
      })
      .prefault({}),
    category: z
      .strictObject({
        rules: z.array(z.strictObject({ ...conditionShape, category: z.string().min(1) }).refine(...hasOneTest)),
      })
      .optional()
      .meta({ description: 'first rule that applies wins, then columns.category, then uncategorized' }),
    escalation: z
      .strictObject({
        rules: z.array(
          z
            .strictObject({
              ...conditionShape,
              reason: z.string().min(1).optional(),
              level: z.int().optional(),
            })
            .refine(...hasOneTest),
        ),
      })
      .optional()
      .meta({ description: 'a ticket to which a rule applies is escalated' }),
    csat: z
      .strictObject({
        scale: csatScaleSchema,
        min: z.number().optional().meta({ description: 'lowest score; default 1, binary 0' }),
        max: z.number().optional().meta({ description: 'highest score; default by scale, binary 1' }),
        words: z
          .record(z.string(), z.number().nullable())
          .optional()
          .meta({ description: 'word → score on the scale, null: no response; binary default good 1, bad 0' }),
      })
      .optional(),
    vendor_sla: z
      .strictObject({
        first_response: vendorVerdictColumnsSchema.optional(),
        resolution: vendorVerdictColumnsSchema.optional(),
      })
      .optional()
      .meta({ description: "columns with the desk's own verdicts, which win over computed ones" }),
    external_url: z
      .string()
      .refine((template) => isHttpUrl(template.replaceAll('{external_id}', 'x')), {
        error: 'expected an http or https address, such as https://desk.example/tickets/{external_id}',
      })
      .optional(),
    customer: z
      .strictObject({
        column: columnName.meta({ description: "column that names the customer: the host product's id" }),
        name_column: columnName.optional(),
        derive: z.boolean().default(false).meta({ description: 'make a customer of every value' }),
      })
      .optional(),
  })
  .check(mappingConflicts)
  .meta({ title: 'Import mapping' });

/** How a file's columns and words become ours. Write one as JSON and read it with `parseImportMapping`. */
export type ImportMapping = z.infer<typeof importMappingSchema>;
