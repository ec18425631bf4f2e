import type { Customer } from '../../model/customer.js';
import type { TicketPage } from '../connector.js';

/** Why a value was left out, replaced or doubted while its record went on. */
export const IMPORT_WARNING_KINDS = [
  'unknown_word',
  'not_a_boolean',
  'not_a_number',
  'not_an_email',
  'not_a_web_address',
  'csat_out_of_range',
  'not_after_creation',
  'before_creation',
  'left_over_resolution',
  'resolution_time_unknown',
  'stale_row',
  'reopened_count_differs',
  'column_never_seen',
] as const;

/** See {@link IMPORT_WARNING_KINDS}; docs/importing.md says what each means. */
export type ImportWarningKind = (typeof IMPORT_WARNING_KINDS)[number];

/** Values of one field that were left out, replaced or doubted, all for the same reason. */
export interface ImportWarning {
  kind: ImportWarningKind;
  /** Our field, or for `column_never_seen` the path in the mapping. */
  field: string;
  /** The vendor's word of an `unknown_word`, the column of a `column_never_seen`. Never ticket text. */
  value?: string;
  count: number;
}

/** What is read from a file at a time. */
export interface ImportPage extends TicketPage {
  /** Customers that the mapping derives, each handed over once a file, before or with its first ticket. */
  customers: Customer[];
  /** Counted since the page before. */
  warnings: ImportWarning[];
}
