import {
  isUnresolved,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type TicketEvent,
  type TicketRecord,
} from '@cscx/support-core';
import { buildStatusEvents, buildTicket } from '@cscx/support-core/testing';
import fc from 'fast-check';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const instant = (ms: number): string => new Date(ms).toISOString();

const priorities = fc.constantFrom(...TICKET_PRIORITIES);

/** Many at one moment, many at a midnight of Berlin if now is 10:00Z in winter, and some from years ago. */
const ages = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 120 * 24 }).map((hours) => hours * HOUR) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 800 * 24 }).map((hours) => hours * HOUR) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 30 }).map((days) => days * DAY + 11 * HOUR) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 100 * DAY }) },
);

const gaps = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 3 * 24 * 60 }).map((minutes) => minutes * MINUTE) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 90 }).map((days) => days * DAY) },
);

const sketches = fc.record({
  age: ages,
  /** What happened, each so long after what was before it. */
  steps: fc.array(fc.tuple(gaps, fc.constantFrom(...TICKET_STATUSES)), { maxLength: 4 }),
  isHistoryTold: fc.boolean(),
  /** Whether a ticket that is not open any more says when that was. */
  isEndTold: fc.constantFrom(true, true, false),
  customer_id: fc.constantFrom('acme', 'globex', 'initech'),
  category: fc.constantFrom('bug', 'billing', 'how_to'),
  priority: priorities,
  previousPriority: fc.option(fc.tuple(gaps, priorities), { nil: undefined }),
  reply: fc.option(gaps, { nil: undefined }),
  csat: fc.option(fc.record({ after: gaps, csat_score: fc.integer({ min: 1, max: 5 }), isDated: fc.boolean() }), {
    nil: undefined,
  }),
  escalation: fc.option(fc.record({ after: gaps, lasts: fc.option(gaps, { nil: undefined }) }), { nil: undefined }),
  vendorBreach: fc.option(fc.record({ after: gaps, isDated: fc.boolean() }), { nil: undefined, freq: 4 }),
  csat_offered: fc.constantFrom(true, false, null),
});

type Sketch = typeof sketches extends fc.Arbitrary<infer Value> ? Value : never;

const toTicket = (sketch: Sketch, index: number, now: number): TicketRecord => {
  const { steps, isHistoryTold, isEndTold, customer_id, category, priority, csat_offered } = sketch;
  const { previousPriority, reply, csat, escalation, vendorBreach } = sketch;
  const created = now - sketch.age;
  let touched = created;
  /** Nothing happens after now, and whatever happens touches the ticket. */
  const at = (ms: number): string => {
    const moment = Math.min(now, ms);
    touched = Math.max(touched, moment);
    return instant(moment);
  };

  let ms = created;
  const course: [at: string, status: TicketRecord['status']][] = [[at(created), 'open']];
  for (const [gap, status] of steps) course.push([at((ms += gap)), status]);
  const [, status] = course.at(-1) ?? [];
  const isEnded = status !== undefined && !isUnresolved(status);
  const end = course.findLast(([, each], step) => !isUnresolved(each) && isUnresolved(course[step - 1]?.[1] ?? 'open'));

  const external_id = String(index);
  const base = { ticket_id: `import:desk:${external_id}` };
  const event = (name: string) => ({ ...base, event_id: `${base.ticket_id}:${name}` });
  const events: TicketEvent[] = [...buildStatusEvents(base.ticket_id, course)];
  if (previousPriority) {
    const [after, from] = previousPriority;
    events.push({ ...event('priority'), type: 'priority_changed', at: at(created + after), from, to: priority });
  }
  const escalated_at = escalation && at(created + escalation.after);
  if (escalation && escalated_at) {
    events.push({ ...event('escalated'), type: 'escalated', at: escalated_at, reason: 'outage', level: 2 });
    if (escalation.lasts !== undefined) {
      const deescalated = at(created + escalation.after + escalation.lasts);
      events.push({ ...event('deescalated'), type: 'deescalated', at: deescalated });
    }
  }
  const isEscalationOver = isEnded || escalation?.lasts !== undefined;
  const breached_at = vendorBreach && at(created + vendorBreach.after);
  const ticket = buildTicket({
    ...base,
    external_id,
    customer_id,
    subject: `${category} ${priority} ${external_id}`,
    category,
    priority,
    status: status ?? 'open',
    created_at: instant(created),
    csat_offered,
    first_response_at: reply === undefined ? null : at(created + reply),
    resolved_at: isEnded && isEndTold && end ? end[0] : null,
    closed_at: status === 'closed' ? (course.at(-1)?.[0] ?? null) : null,
    ...(csat && {
      csat_score: csat.csat_score,
      csat_responded_at: csat.isDated ? at(created + csat.after) : null,
    }),
    is_escalated: escalation !== undefined,
    ...(escalated_at && { escalated_at, escalation_status: isEscalationOver ? 'resolved' : 'open' }),
    ...(vendorBreach && {
      vendor_sla: { resolution: { is_breached: true, ...(vendorBreach.isDated && { breached_at }) } },
    }),
    ...(isHistoryTold && { events: events.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)) }),
  });
  return { ...ticket, source_updated_at: instant(touched) };
};

/** Any tickets of acme, globex and initech as of a moment, with and without a history. */
export const someTickets = (
  now: number,
  size: { minLength: number; maxLength: number },
): fc.Arbitrary<TicketRecord[]> =>
  fc.array(sketches, { ...size, size: 'max' }).map((all) => all.map((sketch, index) => toTicket(sketch, index, now)));
