import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from './plain-text.js';

test.each([
  ['<p>Export fails</p>', 'Export fails'],
  ['Export & import<br/>fail', 'Export & import fail'],
  ['a &lt;b&gt; &amp;lt; c', 'a <b> &lt; c'],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['<!-- note --><a href="x">link</a>&nbsp;\n here', 'link here'],
  ['never closed <p', 'never closed <p'],
  ['', ''],
])('%j is %j', (html, text) => {
  expect(plainText(html)).toBe(text);
});

test('no more is looked at than a subject can need, however long the text', () => {
  expect(plainText('<'.repeat(500_000) + '<a>'.repeat(500_000)).length).toBeLessThanOrEqual(4000);
  expect(plainText('word '.repeat(500_000)).length).toBeLessThanOrEqual(4000);
});

test('any text becomes one line', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (html) => !plainText(html).includes('\n')));
});
