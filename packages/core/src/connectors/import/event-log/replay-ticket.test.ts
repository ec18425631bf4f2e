import { describe, expect, test } from 'vitest';
import { mappingOf } from '../__fixtures__/read-all.js';
import type { ImportWarningKind } from '../import-page.js';
import { isRejection, type TicketSnapshot } from '../snapshot/ticket-snapshot.js';
import type { LoggedRow } from './logged-row.js';
import { replayTicket } from './replay-ticket.js';
import { instantOf } from '../../../time/instant.js';

const mapping = mappingOf({ mode: 'event_log', columns: { event_at: 'At' } });
const HOUR = 3_600_000;
const CREATED = Date.UTC(2026, 0, 5, 9);
const after = (hours: number): string => instantOf(CREATED + hours * HOUR);

/** Rows written so many hours after the creation. */
const log = (...rows: readonly (readonly [hours: number, snapshot: Partial<TicketSnapshot>])[]): LoggedRow[] =>
  rows.map(([hours, snapshot], index) => {
    const at = CREATED + hours * HOUR;
    const event_at = at;
    return {
      external_id: 'T-1',
      at,
      sequence: snapshot.sequence ?? null,
      line: index + 2,
      snapshot: { external_id: 'T-1', created_at: CREATED, event_at, ...snapshot },
    };
  });

const replay = (rows: readonly LoggedRow[]) => {
  const warnings: ImportWarningKind[] = [];
  const replayed = replayTicket(rows, { mapping, warn: (kind) => warnings.push(kind) });
  if (isRejection(replayed)) throw new Error(replayed.reason);
  const statuses = replayed.events.flatMap((event) =>
    event.type === 'status_changed' ? [[event.at, event.from, event.to]] : [],
  );
  return { ...replayed, warnings, statuses };
};

describe('status', () => {
  test('is open from the creation, then what the rows say', () => {
    const { statuses, ticket } = replay(
      log([1, { status: 'pending' }], [2, { status: 'resolved' }], [9, { status: 'closed' }]),
    );
    expect(statuses).toEqual([
      [after(0), null, 'open'],
      [after(1), 'open', 'pending'],
      [after(2), 'pending', 'resolved'],
      [after(9), 'resolved', 'closed'],
    ]);
    expect(ticket).toMatchObject({
      status: 'closed',
      resolved_at: after(2),
      first_resolved_at: after(2),
      closed_at: after(9),
      reopened_count: 0,
      source_updated_at: after(9),
    });
  });

  test('of a row written at the creation is the first one', () => {
    expect(replay(log([0, { status: 'pending' }])).statuses).toEqual([[after(0), null, 'pending']]);
  });

  test('of a row written before the creation is moved there', () => {
    const { statuses, warnings } = replay(log([-1, { status: 'open' }], [-0.5, { status: 'pending' }]));
    expect(statuses).toEqual([
      [after(0), null, 'open'],
      [after(0), 'open', 'pending'],
    ]);
    expect(warnings).toEqual(['before_creation', 'before_creation']);
  });

  test('that is unknown stays as it was, with its word', () => {
    const { ticket, statuses } = replay(
      log([1, { status: 'pending', raw_status: 'Awaiting' }], [2, { raw_status: '-100' }]),
    );
    expect(ticket).toMatchObject({ status: 'pending', raw_status: 'Awaiting' });
    expect(statuses).toHaveLength(2);
  });

  test('tells waiting for the requester from being on hold, which a policy may treat apart', () => {
    const { events } = replay(
      log(
        [1, { status: 'pending', raw_status: 'Awaiting' }],
        [2, { status: 'pending', raw_status: 'On hold' }],
        [3, { status: 'pending', raw_status: 'On hold' }],
      ),
    );
    expect(events.slice(1)).toMatchObject([
      { at: after(1), from: 'open', to: 'pending', raw_to: 'Awaiting' },
      { at: after(2), from: 'pending', to: 'pending', raw_to: 'On hold' },
    ]);
    expect(events).toHaveLength(3);
  });

  test('back to open is a reopening, and takes the resolution away', () => {
    const { ticket } = replay(log([1, { status: 'resolved' }], [2, { status: 'open' }]));
    expect(ticket).toMatchObject({
      status: 'open',
      resolved_at: null,
      first_resolved_at: after(1),
      closed_at: null,
      reopened_count: 1,
    });
  });

  test('resolved again: the last resolution counts, the first is kept', () => {
    const { ticket } = replay(
      log(
        [1, { status: 'resolved' }],
        [2, { status: 'closed' }],
        [3, { status: 'pending' }],
        [4, { status: 'closed' }],
      ),
    );
    expect(ticket).toMatchObject({
      resolved_at: after(4),
      first_resolved_at: after(1),
      closed_at: after(4),
      reopened_count: 1,
    });
  });
});

describe('order', () => {
  test('is that of writing, then of the sequence, then of the file', () => {
    const rows = log(
      [1, { status: 'resolved', sequence: 3 }],
      [1, { status: 'pending', sequence: 2 }],
      [0.5, { assignee: 'Ann' }],
      [0.5, { assignee: 'Bob' }],
    );
    const { statuses, ticket } = replay(rows);
    expect(statuses.map(([, , to]) => to)).toEqual(['open', 'pending', 'resolved']);
    expect(ticket.assignee).toBe('Bob');
  });

  test('of the file does not matter otherwise', () => {
    const rows = log([1, { status: 'pending' }], [2, { status: 'open', priority: 'high' }], [3, { status: 'closed' }]);
    expect(replay(rows.toReversed())).toEqual(replay(rows));
  });
});

describe("the desk's own count of reopenings", () => {
  test('unmasks a row that was written late', () => {
    const { ticket, warnings } = replay(
      log(
        [1, { status: 'open', reopened_count: 0 }],
        [2, { status: 'resolved', reopened_count: 0 }],
        [3, { status: 'open', reopened_count: 0, assignee: 'stale' }],
      ),
    );
    expect(ticket).toMatchObject({ status: 'resolved', reopened_count: 0, resolved_at: after(2), assignee: null });
    expect(warnings).toEqual(['stale_row']);
  });

  test('that rises makes it a reopening', () => {
    const { ticket, warnings } = replay(
      log([2, { status: 'resolved', reopened_count: 0 }], [3, { status: 'open', reopened_count: 1 }]),
    );
    expect(ticket).toMatchObject({ status: 'open', reopened_count: 1 });
    expect(warnings).toEqual([]);
  });

  test('that the rows do not bear out is counted', () => {
    const { ticket, warnings } = replay(log([2, { status: 'resolved', reopened_count: 2 }]));
    expect(ticket.reopened_count).toBe(0);
    expect(warnings).toEqual(['reopened_count_differs']);
  });
});

describe('other history', () => {
  test('priority is known from the creation, assignees from their row', () => {
    const { events } = replay(
      log([1, { priority: 'low', assignee: 'Ann' }], [2, { priority: 'critical', assignee: 'Bob' }], [3, {}]),
    );
    expect(events.filter(({ type }) => type !== 'status_changed')).toMatchObject([
      { type: 'priority_changed', at: after(0), from: null, to: 'low' },
      { type: 'assignee_changed', at: after(1), from: null, to: 'Ann' },
      { type: 'priority_changed', at: after(2), from: 'low', to: 'critical' },
      { type: 'assignee_changed', at: after(2), from: 'Ann', to: 'Bob' },
    ]);
  });

  test('an escalation is not forgotten when its flag is cleared on closing', () => {
    const { ticket, events } = replay(
      log(
        [1, { is_escalated: true, escalation_reason: 'vip' }],
        [2, { status: 'closed' }],
        [3, { is_escalated: false }],
      ),
    );
    expect(ticket).toMatchObject({
      is_escalated: true,
      escalation_reason: 'vip',
      escalated_at: after(1),
      escalation_status: 'resolved',
    });
    expect(events.filter(({ type }) => type.includes('escalated'))).toMatchObject([
      { type: 'escalated', at: after(1), reason: 'vip' },
    ]);
  });

  test('an escalation that is taken back while the ticket is open ends', () => {
    const { ticket, events } = replay(log([1, { is_escalated: true }], [2, { is_escalated: false }]));
    expect(ticket).toMatchObject({ is_escalated: true, escalated_at: after(1), escalation_status: 'resolved' });
    expect(events.slice(1)).toMatchObject([
      { type: 'escalated', at: after(1) },
      { type: 'deescalated', at: after(2) },
    ]);
    const again = replay(log([1, { is_escalated: true }], [2, { is_escalated: false }], [3, { is_escalated: true }]));
    expect(again.ticket).toMatchObject({ escalated_at: after(1), escalation_status: 'open' });
  });

  test("the desk's verdict turns at the row that says so", () => {
    const { ticket, events } = replay(
      log([1, { resolution_breached: false }], [5, { resolution_breached: true }], [6, { resolution_breached: true }]),
    );
    expect(ticket.vendor_sla).toEqual({ resolution: { is_breached: true, breached_at: after(5), due_at: null } });
    expect(events.slice(1)).toMatchObject([{ type: 'sla_breached', metric: 'resolution', at: after(5) }]);
  });

  test('a verdict that is taken back was never given', () => {
    const { ticket, events } = replay(log([1, { resolution_breached: true }], [5, { resolution_breached: false }]));
    expect(ticket.vendor_sla?.resolution?.is_breached).toBe(false);
    expect(events.map(({ type }) => type)).toEqual(['status_changed']);
  });

  test('the last known customer counts', () => {
    const { ticket } = replay(log([1, { customer_id: 'a' }], [2, { customer_id: 'b' }], [3, {}]));
    expect(ticket.company).toEqual({ external_id: 'b', name: null });
  });

  test('a score on every row was given when its own date says', () => {
    const scored = { csat_score: 4, csat_responded_at: CREATED + 8 * HOUR };
    const { events } = replay(log([1, scored], [2, scored]));
    expect(events.slice(1)).toMatchObject([{ type: 'csat_received', at: after(8), score: 4 }]);
  });
});

test('a longer log keeps the ids of the events that a shorter one had', () => {
  const rows = log([1, { status: 'pending' }], [2, { status: 'closed' }], [3, { status: 'open' }]);
  const ids = replay(rows).events.map(({ event_id }) => event_id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(replay(rows.slice(0, 2)).events.map(({ event_id }) => event_id)).toEqual(ids.slice(0, 3));
});

test('a ticket of which no row has a creation is rejected', () => {
  const [row] = log([1, {}]);
  const { created_at: _, ...snapshot } = row?.snapshot ?? { external_id: 'T-1' };
  const rows = row ? [{ ...row, snapshot }] : [];
  expect(replayTicket(rows, { mapping, warn: () => undefined })).toMatchObject({ field: 'created_at' });
});
