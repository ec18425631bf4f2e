import type { ImportCustomersSummary } from '../imports/import-customers.js';
import type { ImportTicketsSummary } from '../imports/import-tickets.js';
import { countsText, type ImportCounts } from './data-commands/import-file.js';

/** What an import says at its end. */
type Summary = ImportCounts &
  Partial<Pick<ImportTicketsSummary, 'unmatched' | 'warnings'>> &
  Partial<Pick<ImportCustomersSummary, 'rematched'>> & { rejects: string | null };

const warningText = ({ kind, field, value, count }: ImportTicketsSummary['warnings'][number]): string =>
  `warning: ${field}: ${kind.replaceAll('_', ' ')}${value === undefined ? '' : ` "${value}"`} (${count} ×)`;

/** Prints what an import did; the counts come last. */
export const printSummary = (summary: Summary, { json = false }: { json?: boolean }): void => {
  if (json) {
    console.log(JSON.stringify(summary));
    return;
  }
  const { warnings = [], unmatched = 0, rematched = 0, rejects } = summary;
  for (const warning of warnings) console.error(warningText(warning));
  if (unmatched > 0) console.error(`${unmatched} tickets belong to no known customer`);
  if (rematched > 0) console.error(`${rematched} stored tickets have another customer now`);
  if (rejects !== null) console.error(`records that could not be read are in ${rejects}`);
  console.log(countsText(summary));
};
