import type { TicketHistory } from '../history/ticket-history.js';
import type { SlaMetric } from '../model/sla-status.js';
import { isUnresolved } from '../model/ticket-status.js';
import type { SlaReading } from './sla-reading.js';

const MINUTE_MS = 60_000;

/** A duration as people write it: `26 h`, `4 h 12 min`, `45 s`. */
const durationText = (ms: number): string => {
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes === 0 && ms > 0) return `${Math.floor(ms / 1000)} s`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
};

/** Time of the pauses of one kind, up to the end of the clock, around the clock. */
const paused = ({ pauses }: SlaReading, until: number, isResolved: boolean): number =>
  pauses.reduce(
    (sum, { value, from, to }) => (isUnresolved(value) === isResolved ? sum : sum + Math.min(to, until) - from),
    0,
  );

const hasEarlyReply = ({ repliedAt, createdAt }: TicketHistory): boolean =>
  repliedAt !== null && repliedAt <= createdAt;

/** Says in one line how a clock came to stand where it stands, so that a person can check it. */
export const explainSla = (reading: SlaReading, metric: SlaMetric, history: TicketHistory, asOf: number): string => {
  const { target, elapsed, clock, fulfilledAt, source, verdict, computedVerdict } = reading;
  const until = fulfilledAt ?? asOf;
  const time = clock.calendar ? 'business time' : 'time';
  const whilePending = paused(reading, until, false);
  const whileResolved = paused(reading, until, true);
  return [
    target === null
      ? `${durationText(elapsed)} of ${time} used, no target applies`
      : `${durationText(elapsed)} of ${durationText(target)} ${time} used`,
    whilePending > 0 && `paused ${durationText(whilePending)} while pending`,
    whileResolved > 0 && `paused ${durationText(whileResolved)} between a resolution and a reopening`,
    metric === 'first_response' && hasEarlyReply(history) && 'a reply at or before the creation is none',
    source === 'vendor' && verdict !== computedVerdict && `the support system's verdict, computed: ${computedVerdict}`,
  ]
    .filter((part) => part !== false)
    .join('; ');
};
