import * as z from 'zod';
import { conditionTest } from './condition-test.js';
import { conditionShape, hasOneTest } from './condition.js';

/** What a ticket's rules may look at, by name: `tags`, `group`, `priority`, `field:360001`. Absent is unknown. */
export type Signals = Readonly<Record<string, string | readonly string[] | null | undefined>>;

const conditionSchema = z.strictObject(conditionShape).refine(...hasOneTest);

/** Schema of {@link EscalationRule}. */
export const escalationRuleSchema = z.strictObject({
  when: z.array(conditionSchema).min(1).meta({ description: 'all have to hold; of a list, one entry has to' }),
  reason: z.string().min(1).meta({ description: 'what the ticket says of its escalation' }),
  level: z.number().int().optional(),
});

/** A ticket for which all conditions hold is escalated. */
export type EscalationRule = z.infer<typeof escalationRuleSchema>;

/** Schema of {@link CategoryRule}. */
export const categoryRuleSchema = z.strictObject({
  when: z.array(conditionSchema).min(1),
  category: z.string().min(1),
});

/** A ticket for which all conditions hold is of this category. */
export type CategoryRule = z.infer<typeof categoryRuleSchema>;

/**
 * Finds the first rule whose conditions all hold.
 *
 * @example
 * const firstRule = createRules([{ when: [{ field: 'tags', equals: 'escalated' }], reason: 'tag "escalated"' }]);
 * firstRule({ tags: ['vip', 'escalated'] })?.reason; // 'tag "escalated"'
 */
export const createRules = <Rule extends Pick<EscalationRule, 'when'>>(
  rules: readonly Rule[],
): ((signals: Signals) => Rule | undefined) => {
  const tests = rules.map((rule) => ({
    rule,
    conditions: rule.when.map((condition) => ({ field: condition.field, holds: conditionTest(condition) })),
  }));
  return (signals) =>
    tests.find(({ conditions }) =>
      conditions.every(({ field, holds }) => {
        const signal = Object.hasOwn(signals, field) ? signals[field] : null;
        if (signal == null) return false;
        return typeof signal === 'string' ? holds(signal) : signal.some(holds);
      }),
    )?.rule;
};
