import type { CategoryRule, EscalationRule, Signals } from '../shared/signal-rules.js';
import { createRules } from '../shared/signal-rules.js';
import { customField } from './freshdesk-company.js';
import type { ReadFreshdeskSettings } from './freshdesk-options.js';
import type { FreshdeskTicketPayload } from './freshdesk-payload.js';
import { createFreshdeskWords, type FreshdeskWords } from './freshdesk-words.js';

/** The settings of a connection, ready for use on many tickets. */
export interface FreshdeskMapping {
  settings: ReadFreshdeskSettings;
  words: FreshdeskWords;
  escalationRule: (signals: Signals) => EscalationRule | undefined;
  categoryRule: (signals: Signals) => CategoryRule | undefined;
  /** Signals of the custom fields that some rule looks at. */
  fieldSignals: (custom_fields: FreshdeskTicketPayload['custom_fields']) => Signals;
}

const PREFIX = 'field:';

const NO_SIGNALS: Signals = {};

/** Prepares the settings of a connection. */
export const createFreshdeskMapping = (settings: ReadFreshdeskSettings): FreshdeskMapping => {
  const { escalation_rules, category_rules } = settings;
  const looked = [...escalation_rules, ...category_rules].flatMap(({ when }) => when.map(({ field }) => field));
  const signals = [...new Set(looked)].filter((field) => field.startsWith(PREFIX));
  return {
    settings,
    words: createFreshdeskWords(settings),
    escalationRule: createRules(escalation_rules),
    categoryRule: createRules(category_rules),
    fieldSignals: (fields) =>
      signals.length === 0
        ? NO_SIGNALS
        : Object.fromEntries(signals.map((signal) => [signal, customField(fields, signal.slice(PREFIX.length))])),
  };
};
