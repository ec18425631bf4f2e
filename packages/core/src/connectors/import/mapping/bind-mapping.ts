import { TICKET_PRIORITIES, type TicketPriority } from '../../../model/ticket-priority.js';
import { TICKET_STATUSES, type TicketStatus } from '../../../model/ticket-status.js';
import type { CountField, FlagField, MomentField, TextField } from '../snapshot/ticket-snapshot.js';
import type { RecordSource } from '../source/record-source.js';
import { conditionTest } from '../../shared/condition-test.js';
import { csatReader } from '../values/csat-reader.js';
import { type DateReader, dateReader } from '../values/date-format.js';
import { type WordReader, wordReader } from '../values/word-reader.js';
import { type BoundColumn, type ColumnBinder, createColumnBinder, type TextReader } from './column-binder.js';
import type { ImportField } from './columns-schema.js';
import type { ImportMapping } from './import-mapping.js';

/** A field and where its text comes from. */
export interface BoundField<Field> {
  field: Field;
  read: TextReader;
}

/** A flag whose column may say the opposite: "met" for breached. */
export interface BoundFlag extends BoundField<FlagField> {
  isInverted: boolean;
}

/** A rule with its test joined to its column. */
export interface BoundRule<Outcome> {
  applies: (record: unknown) => boolean;
  outcome: Outcome;
}

/** A mapping joined to the columns of one file: everything that reading a row needs, looked up once. */
export interface BoundMapping {
  mapping: ImportMapping;
  externalId: TextReader;
  texts: readonly BoundField<TextField>[];
  moments: readonly BoundField<MomentField>[];
  flags: readonly BoundFlag[];
  counts: readonly BoundField<CountField>[];
  tags: TextReader | null;
  csatScore: TextReader | null;
  escalationRules: readonly BoundRule<{ reason?: string | undefined; level?: number | undefined }>[];
  categoryRules: readonly BoundRule<string>[];
  dateOf: DateReader;
  flagOf: WordReader<boolean>;
  statusOf: WordReader<TicketStatus>;
  priorityOf: WordReader<TicketPriority>;
  scoreOf: ReturnType<typeof csatReader> | null;
  columns: readonly BoundColumn[];
}

const TEXTS = {
  subject: 'subject',
  category: 'category',
  status: 'raw_status',
  priority: 'raw_priority',
  csat_feedback: 'csat_feedback',
  escalation_reason: 'escalation_reason',
  external_url: 'external_url',
  requester_email: 'requester_email',
  assignee: 'assignee',
} as const satisfies Partial<Record<ImportField, TextField>>;

const MOMENTS = [
  'created_at',
  'first_response_at',
  'resolved_at',
  'closed_at',
  'csat_responded_at',
  'escalated_at',
  'source_updated_at',
  'event_at',
] as const satisfies readonly (ImportField & MomentField)[];

const FLAGS = ['csat_offered', 'is_escalated'] as const satisfies readonly (ImportField & FlagField)[];
const COUNTS = ['reopened_count', 'escalation_level', 'sequence'] as const satisfies readonly (ImportField &
  CountField)[];
const SLA_METRICS = ['first_response', 'resolution'] as const;

const itself = <Word extends string>(words: readonly Word[]) =>
  Object.fromEntries(words.map((word) => [word, word])) as Record<Word, Word>;

const bindColumns = ({ columns }: ImportMapping, binder: ColumnBinder) => {
  const bind = <Field>(column: ImportField, field: Field): BoundField<Field>[] => {
    const expression = columns[column];
    return expression === undefined ? [] : [{ field, read: binder.text(`columns.${column}`, expression) }];
  };
  return {
    externalId: binder.text('columns.external_id', columns.external_id),
    texts: (Object.keys(TEXTS) as (keyof typeof TEXTS)[]).flatMap((column) => bind<TextField>(column, TEXTS[column])),
    moments: MOMENTS.flatMap((field) => bind<MomentField>(field, field)),
    flags: FLAGS.flatMap((field) => bind<FlagField>(field, field)).map((bound) => ({ ...bound, isInverted: false })),
    counts: COUNTS.flatMap((field) => bind<CountField>(field, field)),
    tags: bind('tags', 'tags')[0]?.read ?? null,
    csatScore: bind('csat_score', 'csat_score')[0]?.read ?? null,
  };
};

const bindVerdicts = ({ vendor_sla }: ImportMapping, binder: ColumnBinder) => {
  const flags: BoundFlag[] = [];
  const moments: BoundField<MomentField>[] = [];
  for (const metric of SLA_METRICS) {
    const { met, breached, breached_at, due_at } = vendor_sla?.[metric] ?? {};
    const path = `vendor_sla.${metric}`;
    const field = `${metric}_breached` as const;
    if (met !== undefined) flags.push({ field, read: binder.text(`${path}.met`, met), isInverted: true });
    if (breached !== undefined)
      flags.push({ field, read: binder.text(`${path}.breached`, breached), isInverted: false });
    if (breached_at !== undefined)
      moments.push({ field: `${metric}_breached_at`, read: binder.text(`${path}.breached_at`, breached_at) });
    if (due_at !== undefined) moments.push({ field: `${metric}_due_at`, read: binder.text(`${path}.due_at`, due_at) });
  }
  return { flags, moments };
};

const bindCustomer = ({ customer }: ImportMapping, binder: ColumnBinder): BoundField<TextField>[] => {
  if (customer === undefined) return [];
  const { column, name_column } = customer;
  const texts: BoundField<TextField>[] = [{ field: 'customer_id', read: binder.text('customer.column', column) }];
  if (name_column !== undefined)
    texts.push({ field: 'customer_name', read: binder.text('customer.name_column', name_column) });
  return texts;
};

const bindRules = <Rule extends Parameters<typeof conditionTest>[0], Outcome>(
  rules: readonly Rule[],
  { binder, path, outcomeOf }: { binder: ColumnBinder; path: string; outcomeOf: (rule: Rule) => Outcome },
): BoundRule<Outcome>[] =>
  rules.map((rule, index) => {
    const read = binder.text(`${path}.rules.${index}.field`, rule.field);
    const test = conditionTest(rule);
    return { applies: (record) => test(read(record) ?? ''), outcome: outcomeOf(rule) };
  });

/**
 * Joins a mapping to the columns of a file.
 *
 * @throws {InvalidInputError} naming every path of the mapping whose column the file does not have
 */
export const bindMapping = (mapping: ImportMapping, source: RecordSource): BoundMapping => {
  const binder = createColumnBinder(source, mapping.null_markers);
  const fields = bindColumns(mapping, binder);
  const verdicts = bindVerdicts(mapping, binder);
  const customer = bindCustomer(mapping, binder);
  const categoryRules = bindRules(mapping.category?.rules ?? [], {
    binder,
    path: 'category',
    outcomeOf: ({ category }) => category,
  });
  const escalationRules = bindRules(mapping.escalation?.rules ?? [], {
    binder,
    path: 'escalation',
    outcomeOf: ({ reason, level }) => ({ reason, level }),
  });
  binder.check();
  const { values, booleans, dates } = mapping;
  const isCaseSensitive = values.case_sensitive;
  const words = (list: readonly string[], value: boolean) => Object.fromEntries(list.map((word) => [word, value]));
  return {
    mapping,
    ...fields,
    texts: [...fields.texts, ...customer],
    moments: [...fields.moments, ...verdicts.moments],
    flags: [...fields.flags, ...verdicts.flags],
    categoryRules,
    escalationRules,
    dateOf: dateReader([dates.format].flat(), dates.timezone),
    flagOf: wordReader({ ...words(booleans.true, true), ...words(booleans.false, false) }, { isCaseSensitive: false }),
    statusOf: wordReader(values.status, { isCaseSensitive, own: itself(TICKET_STATUSES) }),
    priorityOf: wordReader(values.priority, { isCaseSensitive, own: itself(TICKET_PRIORITIES) }),
    scoreOf: mapping.csat === undefined ? null : csatReader(mapping.csat),
    columns: binder.columns(),
  };
};
