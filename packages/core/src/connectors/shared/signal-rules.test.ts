import { describe, expect, test } from 'vitest';
import { categoryRuleSchema, createRules, escalationRuleSchema } from './signal-rules.js';

const rule = (reason: string, ...when: Parameters<typeof createRules>[0][number]['when']) => ({ reason, when });

describe('the first rule of which all conditions hold', () => {
  const firstRule = createRules([
    rule('urgent and tagged', { field: 'priority', equals: 'urgent' }, { field: 'tags', in: ['vip', 'exec'] }),
    rule('tagged', { field: 'tags', matches: 'escalated*' }),
    rule('second line', { field: 'group', contains: 'tier 2' }),
  ]);

  test.each([
    [{ priority: 'Urgent', tags: ['a', 'EXEC'], group: 'Tier 2' }, 'urgent and tagged'],
    [{ priority: 'urgent', tags: ['escalated_to_lead'] }, 'tagged'],
    [{ priority: 'urgent', tags: [] }, undefined],
    [{ priority: 'urgent', tags: 'vip' }, 'urgent and tagged'],
    [{ priority: null, group: 'EMEA Tier 2' }, 'second line'],
    [{}, undefined],
  ])('%j: %s', (signals, reason) => {
    expect(firstRule(signals)?.reason).toBe(reason);
  });
});

test('a signal that nobody told holds for no condition, whatever its name', () => {
  for (const field of ['constructor', '__proto__', 'toString']) {
    expect(createRules([rule('odd', { field, matches: '*' })])({ tags: [] })).toBeUndefined();
  }
});

test('no rules, no hit', () => {
  expect(createRules([])({ tags: ['escalated'] })).toBeUndefined();
});

test.each([
  ['no condition', { when: [], reason: 'x' }],
  ['a condition without a test', { when: [{ field: 'tags' }], reason: 'x' }],
  ['a condition with two tests', { when: [{ field: 'tags', equals: 'a', contains: 'b' }], reason: 'x' }],
  ['a word that is unknown', { when: [{ field: 'tags', equals: 'a', startsWith: 'b' }], reason: 'x' }],
  ['no reason', { when: [{ field: 'tags', equals: 'a' }] }],
])('%s is no rule', (_, given) => {
  expect(escalationRuleSchema.safeParse(given).success).toBe(false);
});

test('a category rule names a category', () => {
  const when = [{ field: 'field:topic', equals: 'vpn' }];
  expect(categoryRuleSchema.parse({ when, category: 'network' })).toEqual({ when, category: 'network' });
  expect(categoryRuleSchema.safeParse({ when, category: '' }).success).toBe(false);
});
