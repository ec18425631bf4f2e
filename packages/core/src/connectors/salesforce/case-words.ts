import { createRules } from '../shared/signal-rules.js';
import { type CasePriorityWords, createCasePriorityWords } from './case-priority.js';
import { createMilestoneMetric, type MilestoneMetric } from './case-sla.js';
import { type CaseStatusWords, createCaseStatusWords } from './case-status.js';
import type { SalesforceSettings } from './salesforce-options.js';
import type { SalesforceStatus } from './salesforce-payload.js';

/** How an organization's words and a connection's rules are read. */
export interface CaseWords {
  status: CaseStatusWords;
  priority: CasePriorityWords;
  escalation: ReturnType<typeof createRules<SalesforceSettings['escalation_rules'][number]>>;
  category: ReturnType<typeof createRules<SalesforceSettings['category_rules'][number]>>;
  metricOf: MilestoneMetric;
  /** The fields that rules look at. */
  signalFields: readonly string[];
}

const PREFIX = 'field:';

/**
 * Makes the reader of a connection's words.
 *
 * @param statuses - the organization's own; null where they cannot be read
 */
export const createCaseWords = (
  settings: SalesforceSettings,
  statuses: readonly SalesforceStatus[] | null,
): CaseWords => {
  const { escalation_rules, category_rules } = settings;
  const conditions = [...escalation_rules, ...category_rules].flatMap(({ when }) => when);
  const fields = conditions.flatMap(({ field }) => (field.startsWith(PREFIX) ? [field.slice(PREFIX.length)] : []));
  return {
    status: createCaseStatusWords(settings.status_map, statuses),
    priority: createCasePriorityWords(settings.priority_map),
    escalation: createRules(escalation_rules),
    category: createRules(category_rules),
    metricOf: createMilestoneMetric(settings),
    signalFields: [...new Set(fields)],
  };
};
