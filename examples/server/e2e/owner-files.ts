import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const DAY_MS = 86_400_000;

/** A ticket as a line of the export. Moments are milliseconds since the epoch. */
interface Row {
  customer: string;
  opened: number;
  priority?: string;
  state?: string;
  solved?: number;
  stars?: number;
}

const columns = ['number', 'customer', 'title', 'priority', 'state', 'opened', 'solved', 'stars', 'rated'];

/** A mapping that a person would write for this export. */
const mapping = {
  version: 1,
  mode: 'tickets',
  instance: 'desk',
  columns: {
    external_id: 'number',
    subject: 'title',
    priority: 'priority',
    status: 'state',
    created_at: 'opened',
    resolved_at: 'solved',
    csat_score: 'stars',
    csat_responded_at: 'rated',
  },
  values: { status: { waiting: 'pending', solved: 'resolved' } },
  csat: { scale: 'five_point' },
  customer: { column: 'customer', derive: true },
};

const instant = (ms: number | undefined): string => (ms === undefined ? '' : new Date(ms).toISOString());

const line = ({ customer, opened, priority = 'low', state = 'solved', solved, stars }: Row, index: number): string =>
  [
    index + 1,
    customer,
    `Question ${index + 1}`,
    priority,
    state,
    instant(opened),
    instant(solved),
    stars ?? '',
    instant(stars === undefined ? undefined : solved),
  ].join(',');

const rated = (customer: string, stars: readonly number[], lastRatedAt: number): Row[] =>
  stars.map((score, index) => {
    const solved = lastRatedAt - index * DAY_MS;
    return { customer, opened: solved - DAY_MS, solved, stars: score };
  });

/** TC-156.1: a customer with 12 open tickets. */
const twelveOpen = (now: number): Row[] =>
  Array.from({ length: 12 }, (_, index) => ({
    customer: 'Twelve Open',
    opened: now - (index + 0.5) * DAY_MS,
    priority: ['critical', 'high', 'medium', 'low'][index % 4] ?? 'low',
    state: index % 3 === 0 ? 'waiting' : 'open',
  }));

/** TC-156.2: these ten ratings within 30 days, and better ones in the 30 days before. */
const tenRatings = (now: number): Row[] => [
  ...rated('Ten Ratings', [5, 4, 4, 3, 5, 4, 3, 2, 4, 5], now - DAY_MS),
  ...rated('Ten Ratings', [5, 5, 5, 4], now - 40 * DAY_MS),
];

/** TC-156.3: three tickets in each of eight weeks, and twelve a minute ago: this week whatever day it is. */
const spike = (now: number): Row[] => {
  const usual = Array.from({ length: 8 }, (_, week) => now - (7 * week + 10.5) * DAY_MS);
  return [
    ...usual.flatMap((opened) =>
      Array.from({ length: 3 }, () => ({ customer: 'Spiking', opened, solved: opened + 1 })),
    ),
    ...Array.from({ length: 12 }, () => ({ customer: 'Spiking', opened: now - 60_000, state: 'open' })),
  ];
};

/** Writes the export and its mapping for the owner's three test cases, as of now. */
export const writeOwnerFiles = async (folder: string, now: number): Promise<{ tickets: string; mapping: string }> => {
  const paths = { tickets: join(folder, 'tickets.csv'), mapping: join(folder, 'mapping.json') };
  const rows = [...twelveOpen(now), ...tenRatings(now), ...spike(now)];
  await writeFile(paths.tickets, [columns.join(','), ...rows.map(line)].join('\n'));
  await writeFile(paths.mapping, JSON.stringify(mapping));
  return paths;
};
