import { expect, test } from 'vitest';
import { conditionTest } from './condition-test.js';

test.each([
  [{ equals: 'VPN' }, ' vpn ', true],
  [{ equals: '' }, '', true],
  [{ in: ['a', 'b'] }, 'B', true],
  [{ in: ['a', 'b'] }, 'ab', false],
  [{ contains: 'pass' }, 'Forgot PASSWORD', true],
  [{ matches: 'vpn*timeout*' }, 'VPN: a timeout again', true],
  [{ matches: 'vpn*timeout' }, 'vpn timeout again', false],
  [{ matches: 'a*b*a' }, 'aba', true],
  [{ matches: 'ab*ba' }, 'aba', false],
  [{ matches: '*' }, '', true],
  [{ matches: 'a.c' }, 'abc', false],
  [{ matches: 'same' }, 'SAME', true],
])('%o on %s is %s', (given, text, applies) => {
  expect(conditionTest({ field: 'Subject', ...given })(text)).toBe(applies);
});

test('a pattern of many stars on a long text is quick', () => {
  const applies = conditionTest({ field: 'Subject', matches: `${'a*'.repeat(50)}b` });
  expect(applies('a'.repeat(100_000))).toBe(false);
});
