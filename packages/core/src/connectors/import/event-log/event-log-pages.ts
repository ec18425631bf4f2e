import type { ImportPage } from '../import-page.js';
import type { MappedRecord } from '../mapped-records.js';
import type { ImportMapping } from '../mapping/import-mapping.js';
import type { PageCollector } from '../page-collector.js';
import { isRejection } from '../snapshot/ticket-snapshot.js';
import { createHandover } from './handover.js';
import type { GroupRows, LoggedRow } from './logged-row.js';
import { replayTicket } from './replay-ticket.js';

const loggedRow = (mapped: Extract<MappedRecord, { snapshot: object }>): LoggedRow | null => {
  const { line, snapshot } = mapped;
  const { event_at, sequence = null, external_id } = snapshot;
  return event_at === undefined ? null : { external_id, at: event_at, sequence, line, snapshot };
};

/**
 * Collects the rows of each ticket and replays them. Rows that cannot be read are handed over while
 * the collecting still goes on, so that a file of bad rows does not fill the memory.
 */
export async function* eventLogPages(
  batches: AsyncIterable<readonly MappedRecord[]>,
  { mapping, groupRows, collector }: { mapping: ImportMapping; groupRows: GroupRows; collector: PageCollector },
): AsyncGenerator<ImportPage> {
  const handover = createHandover();
  async function* rows(): AsyncGenerator<LoggedRow> {
    for await (const batch of batches) {
      for (const mapped of batch) {
        const row = isRejection(mapped) ? null : loggedRow(mapped);
        if (row !== null) yield row;
        else if (isRejection(mapped)) collector.skip(mapped);
        else collector.skip({ field: 'event_at', reason: 'required, but the record has none', ...mapped });
      }
      if (collector.isFull()) await handover.offer();
    }
  }
  const replay = (ticketRows: readonly LoggedRow[]): void => {
    const replayed = replayTicket(ticketRows, { mapping, warn: collector.warn });
    if (isRejection(replayed)) collector.skip({ ...replayed, line: ticketRows[0]?.line ?? 0 });
    else collector.addTicket(replayed.ticket, replayed.events);
  };
  const groups = groupRows(rows())[Symbol.asyncIterator]();
  try {
    let next = groups.next();
    for (;;) {
      const outcome = await Promise.race([next, handover.offered()]);
      if (outcome === 'offered') {
        yield collector.take();
        handover.done();
        continue;
      }
      if (outcome.done === true) return;
      replay(outcome.value);
      if (collector.isFull()) yield collector.take();
      next = groups.next();
    }
  } finally {
    handover.end();
    await groups.return?.().catch(() => undefined);
  }
}
