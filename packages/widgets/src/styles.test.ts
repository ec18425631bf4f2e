import { expect, test } from 'vitest';
import './styles.css';

function selectors(rules: CSSRuleList): string[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSStyleRule) return rule.selectorText.split(/,(?![^(]*\))/).map((selector) => selector.trim());
    return rule instanceof CSSGroupingRule ? selectors(rule.cssRules) : [];
  });
}

test('every rule begins with a class of ours, so that a host page looks the same with and without', () => {
  const ours = [...document.styleSheets]
    .flatMap(({ cssRules }) => selectors(cssRules))
    .filter((text) => text.includes('sw-'));
  expect(ours.length).toBeGreaterThan(100);
  expect(ours.filter((selector) => !selector.startsWith('.sw-'))).toEqual([]);
});
