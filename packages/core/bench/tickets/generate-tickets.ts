import type { TicketRecord } from '../../dist/index.js';
import { normal, type Random, seededRandom } from './seeded-random.ts';
import { HOUR_MS, NOW_MS, START_MS } from './ticket-period.ts';
import { CATEGORIES, PRIORITIES, TARGET_HOURS } from './ticket-words.ts';
import { weightedChoice, zipfWeights } from './weighted-choice.ts';

const SEED = 156;

/** Tickets made before they go through JSON together. */
const BATCH = 10_000;

/** Instants as the package writes them: whole seconds, no fraction. */
const instantOf = (epochMs: number): string => `${new Date(epochMs).toISOString().slice(0, 19)}Z`;

const wholeSecond = (epochMs: number): number => Math.floor(epochMs / 1000) * 1000;

/** Hours of waiting that scatter over two orders of magnitude around a usual time. */
const delayMs = (usualHours: number, random: Random): number =>
  60_000 + usualHours * HOUR_MS * Math.exp(1.2 * normal(random));

/** The moment if it has come by now, else null. */
const ifPast = (epochMs: number): number | null => (epochMs <= NOW_MS ? wholeSecond(epochMs) : null);

const ticketFactory = (customers: number): ((index: number) => TicketRecord) => {
  const random = seededRandom(SEED);
  const drawCustomer = weightedChoice(zipfWeights(customers), random);
  const drawPriority = weightedChoice([25, 50, 20, 5], random);
  const drawCategory = weightedChoice([20, 20, 15, 15, 10, 10, 7, 3], random);
  const drawScore = weightedChoice([5, 5, 10, 35, 45], random);
  const happens = (share: number): boolean => random() < share;

  return (index) => {
    const priority = PRIORITIES[drawPriority()];
    const target = TARGET_HOURS[priority];
    const created = wholeSecond(START_MS + random() * (NOW_MS - START_MS));
    const replied = happens(0.95) ? ifPast(created + delayMs(0.4 * target.first_response, random)) : null;
    const solution = Math.max(created + delayMs(0.4 * target.resolution, random), (replied ?? created) + 60_000);
    const resolved = happens(0.97) ? ifPast(solution) : null;
    const rated = resolved !== null && happens(0.3) ? ifPast(resolved + delayMs(6, random)) : null;
    const escalated = happens(0.04) ? wholeSecond(created + random() * ((resolved ?? NOW_MS) - created)) : null;
    return {
      ticket_id: `import:desk:${index}`,
      customer_id: `customer-${String(drawCustomer()).padStart(5, '0')}`,
      subject: `Question number ${index}`,
      category: CATEGORIES[drawCategory()],
      priority,
      status: resolved === null ? (happens(0.3) ? 'pending' : 'open') : happens(0.6) ? 'closed' : 'resolved',
      created_at: instantOf(created),
      first_response_at: replied === null ? null : instantOf(replied),
      resolved_at: resolved === null ? null : instantOf(resolved),
      csat_score: rated === null ? null : drawScore() + 1,
      csat_responded_at: rated === null ? null : instantOf(rated),
      csat_offered: resolved !== null,
      is_escalated: escalated !== null,
      escalated_at: escalated === null ? null : instantOf(escalated),
      reopened_count: 0,
      source_system: 'import',
      external_id: String(index),
      tags: [],
      source_updated_at: instantOf(Math.max(created, replied ?? 0, resolved ?? 0, rated ?? 0, escalated ?? 0)),
    };
  };
};

/**
 * Tickets of one period, the same in every run. All they tell lies within the period and not after now, so that a query
 * need not ask; no reply comes before its ticket. They have been through JSON, as tickets of a store or an API have: no
 * two share a string, which is what a loop over a million of them costs in memory.
 */
export const generateTickets = (count: number, { customers }: { customers: number }): TicketRecord[] => {
  const makeTicket = ticketFactory(customers);
  const tickets: TicketRecord[] = [];
  for (let first = 0; first < count; first += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - first) }, (_, offset) => makeTicket(first + offset));
    tickets.push(...(JSON.parse(JSON.stringify(batch)) as TicketRecord[]));
  }
  return tickets;
};
