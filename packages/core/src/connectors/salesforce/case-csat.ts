import { type CsatScale, CSAT_SCALES, normalizeCsat } from '../../model/csat-scale.js';
import type { TicketDraft } from '../../model/support-ticket.js';
import { instantOf } from '../../time/instant.js';
import type { Warn } from '../shared/page.js';
import type { CaseDetails } from './case-details.js';
import { salesforceMoment } from './salesforce-moment.js';
import type { SalesforceSettings } from './salesforce-options.js';
import type { SalesforceCase } from './salesforce-payload.js';

type CsatOptions = NonNullable<SalesforceSettings['csat']>;

/** The name of a scale with these ends, if it has one. */
const scaleName = ({ min, max }: CsatOptions['scale']): CsatScale | null => {
  const found = Object.entries(CSAT_SCALES).find(([, [lowest, highest]]) => lowest === min && highest === max);
  return found ? (found[0] as CsatScale) : null;
};

interface RawAnswer {
  field: string;
  score: unknown;
  feedback: unknown;
  responded: unknown;
}

const rawAnswer = (csat: CsatOptions, record: SalesforceCase, { answers }: CaseDetails): RawAnswer => {
  if ('field' in csat) {
    const { field, feedback_field, responded_at_field } = csat;
    return {
      field,
      score: record[field],
      feedback: feedback_field === undefined ? null : record[feedback_field],
      responded: responded_at_field === undefined ? null : record[responded_at_field],
    };
  }
  const inOrder = answers.toSorted(
    (a, b) => (salesforceMoment(a.CreatedDate) ?? 0) - (salesforceMoment(b.CreatedDate) ?? 0),
  );
  const last = inOrder.at(-1);
  return { field: 'NumberValue', score: last?.NumberValue, feedback: null, responded: last?.CreatedDate };
};

/** A number of a number or text field. */
const scoreOf = (value: unknown): number | null => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : null;
};

/**
 * The customer's answer, on 1..5 by the scale that the connection declares: Salesforce has neither a field nor a scale of
 * its own, and stars, scores and NPS all look alike.
 */
export const caseCsat = (
  csat: SalesforceSettings['csat'],
  record: SalesforceCase,
  { details, createdAt, warn }: { details: CaseDetails; createdAt: number; warn: Warn },
): Pick<TicketDraft, 'csat_score' | 'csat_feedback' | 'csat_responded_at' | 'csat_scale' | 'csat_offered'> => {
  const nothing = { csat_score: null, csat_offered: null };
  if (!csat) return nothing;
  const { field, score, feedback, responded } = rawAnswer(csat, record, details);
  const given = scoreOf(score);
  if (given === null) return nothing;
  const csat_score = normalizeCsat(given, [csat.scale.min, csat.scale.max]);
  if (csat_score === null) {
    warn('unknown_csat_score', field);
    return nothing;
  }
  const moment = salesforceMoment(typeof responded === 'string' ? responded : null);
  return {
    csat_score,
    csat_feedback: typeof feedback === 'string' && feedback !== '' ? feedback : null,
    csat_responded_at: moment !== null && moment >= createdAt ? instantOf(moment) : null,
    csat_scale: scaleName(csat.scale),
    csat_offered: true,
  };
};
