import { conditionTest } from '../shared/condition-test.js';
import { momentOfSeconds } from '../shared/moments.js';
import { createRules, type EscalationRule, type Signals } from '../shared/signal-rules.js';
import type { IntercomConversation } from './intercom-payload.js';

type Tags = readonly { name: string; applied_at?: number | null | undefined }[];

/** The tags of a conversation, in the order in which Intercom lists them. */
export const tagsOf = (conversation: IntercomConversation | null): Tags => conversation?.tags?.tags ?? [];

/** Finds since when a rule holds that looks at nothing but tags: as soon as its last condition found its first tag. */
const tagMoment = (rule: EscalationRule): ((tags: Tags) => number | null) => {
  if (rule.when.some(({ field }) => field !== 'tags')) return () => null;
  const tests = rule.when.map(conditionTest);
  return (tags) => {
    let since: number | null = null;
    for (const holds of tests) {
      const moments = tags.filter(({ name }) => holds(name)).map(({ applied_at }) => momentOfSeconds(applied_at));
      const first = moments.reduce((a, b) => (a === null || b === null ? null : Math.min(a, b)), moments[0] ?? null);
      if (first === null) return null;
      since = Math.max(since ?? first, first);
    }
    return since;
  };
};

/** Makes the reader of escalations: the first rule that holds, and since when if tags tell it. */
export const createEscalationReader = (rules: readonly EscalationRule[]) => {
  const firstRule = createRules(rules);
  const moments = new Map(rules.map((rule) => [rule, tagMoment(rule)]));
  return (signals: Signals, tags: Tags): { rule: EscalationRule; at: number | null } | null => {
    const rule = firstRule(signals);
    return rule ? { rule, at: moments.get(rule)?.(tags) ?? null } : null;
  };
};
