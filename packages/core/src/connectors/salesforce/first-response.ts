import type { CaseDetails } from './case-details.js';
import type { MilestoneMetric } from './case-sla.js';
import { salesforceMoment } from './salesforce-moment.js';
import type { FirstResponseSource, SalesforceSettings } from './salesforce-options.js';
import type { SalesforceReply } from './salesforce-payload.js';

/** Whoever answers within a minute is a machine. */
const AUTOMATIC_MS = 60_000;
const DRAFT = '5';

const isPerson = ({ CreatedBy }: SalesforceReply): boolean => CreatedBy?.UserType !== 'AutomatedProcess';

const isEmailReply = (email: SalesforceReply): boolean =>
  email.Incoming === false && email.Status !== DRAFT && isPerson(email);

/** A portal user's comment is the customer's. */
const isPublicComment = ({ IsPublished, CreatedBy }: SalesforceReply): boolean =>
  IsPublished === true && (CreatedBy?.UserType ?? 'Standard') === 'Standard';

/** What the ladder looks at. */
interface Sources extends CaseDetails {
  /** The case: a field of it may be a source. */
  record: Readonly<Record<string, unknown>>;
  createdAt: number;
}

/** What the ladder goes by. */
interface LadderOptions {
  settings: Pick<SalesforceSettings, 'first_response'>;
  metricOf: MilestoneMetric;
}

const earliestAfter = (moments: readonly (number | null)[], after: number): number | null => {
  let first: number | null = null;
  for (const moment of moments) {
    if (moment !== null && moment > after && (first === null || moment < first)) first = moment;
  }
  return first;
};

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const STEPS: Readonly<Record<FirstResponseSource, (sources: Sources, options: LadderOptions) => number | null>> = {
  milestone: ({ milestones, createdAt }, { metricOf }) => {
    const done = milestones.filter((milestone) => metricOf(milestone) === 'first_response');
    return earliestAfter(
      done.map(({ CompletionDate }) => salesforceMoment(CompletionDate)),
      createdAt,
    );
  },
  field: ({ record, createdAt }, { settings }) => {
    const { field } = settings.first_response;
    return field === undefined ? null : earliestAfter([salesforceMoment(textOf(record[field]))], createdAt);
  },
  emails: ({ emails, createdAt }) => {
    const sent = emails.filter(isEmailReply).map(({ MessageDate }) => salesforceMoment(MessageDate));
    return earliestAfter(sent, createdAt + AUTOMATIC_MS);
  },
  comments: ({ comments, createdAt }) => {
    const written = comments.filter(isPublicComment).map(({ CreatedDate }) => salesforceMoment(CreatedDate));
    return earliestAfter(written, createdAt);
  },
};

/**
 * When a person first answered. Salesforce has no field for that: the first source of the connection's list that knows
 * decides.
 *
 * @returns milliseconds since the epoch, or null
 */
export const firstResponse = (sources: Sources, options: LadderOptions): number | null => {
  for (const source of options.settings.first_response.sources) {
    const moment = STEPS[source](sources, options);
    if (moment !== null) return moment;
  }
  return null;
};
