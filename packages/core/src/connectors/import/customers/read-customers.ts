import { InvalidInputError } from '../../../errors/invalid-input-error.js';
import type { Customer } from '../../../model/customer.js';
import type { SkippedRecord } from '../../connector.js';
import type { ReadFileOptions } from '../import-progress.js';
import { didYouMean } from '../mapping/describe-input-issues.js';
import { isRejection } from '../snapshot/ticket-snapshot.js';
import { readRecords } from '../source/read-records.js';
import type { PlacedRecord } from '../source/record-source.js';
import { type DateReader, dateReader } from '../values/date-format.js';
import { CUSTOMER_FIELDS, mapCustomer } from './map-customer.js';

/** What reading a file of customers takes. */
export interface ReadCustomersOptions extends ReadFileOptions {
  /** IANA zone of a `churned_at` that carries none. @default 'UTC' */
  timezone?: string | undefined;
}

/** Customers of one part of a file, and the records that are none. */
export interface CustomersPage {
  customers: Customer[];
  skipped: SkippedRecord[];
}

const checkColumns = (columns: readonly string[] | null): void => {
  const unknown = columns?.filter((name) => !CUSTOMER_FIELDS.includes(name) && !name.startsWith('external_ids.')) ?? [];
  if (unknown.length === 0) return;
  throw new InvalidInputError(
    'customers file',
    unknown.map((name) => ({
      path: name,
      message: `no field of a customer${didYouMean(name, CUSTOMER_FIELDS)}; these are: ${CUSTOMER_FIELDS.join(', ')}`,
    })),
  );
};

/** Reads one record; a `customer_id` counts once a file. */
const createCustomerReader = (dateOf: DateReader) => {
  const lines = new Map<string, number>();
  return ({ line, problem }: PlacedRecord, record: unknown): Customer | Omit<SkippedRecord, 'position'> => {
    if (problem !== undefined) return { field: '', reason: problem, record };
    const customer = mapCustomer({ ...(record as object) }, dateOf);
    if (isRejection(customer)) return { ...customer, record };
    const firstLine = lines.get(customer.customer_id);
    if (firstLine !== undefined)
      return { field: 'customer_id', reason: `expected each customer once: line ${firstLine} has the same`, record };
    lines.set(customer.customer_id, line);
    return customer;
  };
};

/**
 * Reads customers from a file whose columns are the fields of a customer: `customer_id`, `name`,
 * `csm_id`, … Lists (`domains`, `contacts`, `external_ids.zendesk`) are separated by `;`.
 * CSV, NDJSON or JSON array, plain or gzip.
 *
 * @param source the bytes of the file; cancelled when the iteration ends early
 * @throws {UnreadableFileError} when the file is not what it says, or broken
 * @throws {InvalidInputError} for a CSV column that is no field of a customer
 * @example
 * for await (const { customers, skipped } of readCustomers(file('customers.csv').stream(), {})) {
 *   console.log(customers.length, skipped.length);
 * }
 */
export async function* readCustomers(
  source: ReadableStream<Uint8Array>,
  { signal, onProgress, timezone = 'UTC' }: ReadCustomersOptions = {},
): AsyncGenerator<CustomersPage, void, undefined> {
  const file = await readRecords(source, {}, { signal, onProgress });
  try {
    checkColumns(file.columns);
    const customerOf = createCustomerReader(dateReader(['iso'], timezone));
    for await (const batch of file.batches) {
      const page: CustomersPage = { customers: [], skipped: [] };
      for (const placed of batch) {
        const customer = customerOf(placed, file.describe(placed.value));
        if (isRejection(customer)) page.skipped.push({ position: String(placed.line), ...customer });
        else page.customers.push(customer);
      }
      if (batch.length > 0) yield page;
    }
  } finally {
    await file.close();
  }
}
