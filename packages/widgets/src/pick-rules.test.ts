import { expect, test } from 'vitest';
import { pickRules, usedTokens } from '../pick-rules.ts';

const pick = (styles: string): string => pickRules(styles, (name) => name.startsWith('sw-a'));

test('a rule goes with the elements that it is for, a list of selectors by its parts', () => {
  expect(pick('.sw-a{color:red}.sw-b{color:red}.sw-a,.sw-b .sw-a,.sw-ab{margin:0}')).toBe(
    '.sw-a{color:red}.sw-a,.sw-ab{margin:0}',
  );
});

test('what may stand in parentheses decides nothing', () => {
  const styles = '.sw-a:not(.sw-b,.sw-c){margin:0}.sw-a:is(.sw-b,:not(.sw-c)):hover{margin:0}.sw-a:has(+.sw-b){top:0}';
  expect(pick(styles)).toBe(styles);
});

test('conditions hold what is left in them, or go', () => {
  expect(pick('@media print{.sw-b{top:0}}@container sw (width>=9px){.sw-a{top:0}.sw-b{top:0}}')).toBe(
    '@container sw (width>=9px){.sw-a{top:0}}',
  );
});

test('animations stay as they are', () => {
  const styles = '@keyframes sw-b{0%{opacity:0}to{opacity:1}}';
  expect(pick(styles)).toBe(styles);
});

test('a token that nothing reads is not set', () => {
  expect(usedTokens('.sw-a{--sw-x:light-dark(#fff,#000);--sw-y:1px;--sw-z:2px}.sw-b{top:var(--sw-y,0)}')).toBe(
    '.sw-a{--sw-y:1px;}.sw-b{top:var(--sw-y,0)}',
  );
});
