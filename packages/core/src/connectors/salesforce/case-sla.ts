import type { SlaMetric } from '../../model/sla-status.js';
import type { TicketDraft, VendorVerdict } from '../../model/support-ticket.js';
import { instantOrNull } from '../../time/instant.js';
import { conditionTest } from '../shared/condition-test.js';
import { salesforceMoment } from './salesforce-moment.js';
import type { SalesforceSettings } from './salesforce-options.js';
import type { SalesforceMilestone } from './salesforce-payload.js';

/** Says which of our two clocks a milestone is, by its name; null: neither. */
export type MilestoneMetric = (milestone: SalesforceMilestone) => SlaMetric | null;

/** Makes the reader of milestone names. */
export const createMilestoneMetric = ({ milestones }: Pick<SalesforceSettings, 'milestones'>): MilestoneMetric => {
  const first = milestones.first_response.map(conditionTest);
  const last = milestones.resolution.map(conditionTest);
  const known = new Map<string, SlaMetric | null>();
  const read = (name: string): SlaMetric | null => {
    if (first.some((fits) => fits(name))) return 'first_response';
    return last.some((fits) => fits(name)) ? 'resolution' : null;
  };
  return ({ MilestoneType }) => {
    const name = MilestoneType?.Name ?? '';
    if (!known.has(name)) known.set(name, read(name));
    return known.get(name) ?? null;
  };
};

/** How a case stands, as far as its milestones care. */
export interface MilestoneCase {
  isClosed: boolean;
  /** Milliseconds since the epoch. */
  closedAt: number | null;
  /** The entitlement's clock is stopped: nothing is due. */
  isStopped: boolean;
}

/** Whether one milestone was missed; null: still running. */
const isMissed = (milestone: SalesforceMilestone, target: number | null, { isClosed, closedAt }: MilestoneCase) => {
  const completed = salesforceMoment(milestone.CompletionDate);
  const isLate = target !== null && completed !== null && completed > target;
  if (milestone.IsCompleted === true || completed !== null) return milestone.IsViolated === true || isLate;
  // Completion comes from automation that many organizations lack: once a case is closed, that ended the clock.
  if (isClosed) return target !== null && closedAt !== null ? closedAt > target : milestone.IsViolated === true;
  return milestone.IsViolated === true ? true : null;
};

const earliest = (moments: readonly (number | null)[]): number | null => {
  const known = moments.filter((moment) => moment !== null);
  return known.length === 0 ? null : Math.min(...known);
};

const verdictOf = (milestones: readonly SalesforceMilestone[], state: MilestoneCase): VendorVerdict => {
  const read = milestones.map((milestone) => {
    const target = salesforceMoment(milestone.TargetDate);
    return { target, missed: isMissed(milestone, target, state) };
  });
  const targets = (missed: boolean | null) => read.filter((one) => one.missed === missed).map(({ target }) => target);
  if (read.some(({ missed }) => missed === true)) {
    const at = instantOrNull(earliest(targets(true)));
    return { is_breached: true, breached_at: at, due_at: at };
  }
  if (read.some(({ missed }) => missed === null)) {
    return { is_breached: null, due_at: state.isStopped ? null : instantOrNull(earliest(targets(null))) };
  }
  return { is_breached: false, due_at: instantOrNull(earliest(targets(false))) };
};

/**
 * The verdicts of a case's milestones. `IsViolated` is computed when it is read; while it is false of an open milestone,
 * the due time lets our clock decide until the next reading.
 */
export const caseSla = (
  milestones: readonly SalesforceMilestone[],
  metricOf: MilestoneMetric,
  state: MilestoneCase,
): Pick<TicketDraft, 'vendor_sla'> => {
  const of = (metric: SlaMetric) => milestones.filter((milestone) => metricOf(milestone) === metric);
  const first = of('first_response');
  const last = of('resolution');
  if (first.length === 0 && last.length === 0) return {};
  return {
    vendor_sla: {
      ...(first.length > 0 && { first_response: verdictOf(first, state) }),
      ...(last.length > 0 && { resolution: verdictOf(last, state) }),
    },
  };
};
