import { expect, test } from 'vitest';
import { renderWidget } from '../__fixtures__/render-widget.js';
import { never } from '../__fixtures__/answers.js';
import { type Stat, Stats } from './Stats.js';

const stats: readonly Stat[] = [
  { id: 'csat', label: 'Average', value: '3.1', unit: '/5', note: '8 ratings', tone: 'neutral' },
  { id: 'open', label: 'A name that is too long for one line here', value: '12', note: 'Of all', tone: 'neutral' },
  { id: 'sent', label: 'Surveys', value: '25%', note: 'Of those sent', tone: 'neutral' },
];

async function drawn(dir: 'ltr' | 'rtl'): Promise<(selector: string) => DOMRect[]> {
  const { screen } = await renderWidget(
    <div className="sw-root" dir={dir}>
      <div className="sw-widget">
        <Stats stats={stats} />
      </div>
    </div>,
    never,
    { width: 600 },
  );
  return (selector) =>
    [...screen.container.querySelectorAll(selector)].map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect();
    });
}

test('side by side the values stand on one line, also where a label needs two', async () => {
  const boxes = await drawn('ltr');
  const [first, second] = boxes('.sw-stat-label').map(({ height }) => height);
  expect(second).toBeGreaterThan(first ?? 0);
  expect(new Set(boxes('.sw-stat-value').map(({ bottom }) => Math.round(bottom))).size).toBe(1);
});

test('from right to left all begins at the right edge, and the unit still follows its value', async () => {
  const boxes = await drawn('rtl');
  const rights = ['.sw-stat-label', '.sw-stat-value', '.sw-stat-note'].map((selector) => boxes(selector)[2]?.right);
  expect(new Set(rights.map((right) => Math.round(right ?? 0))).size).toBe(1);
  const [value] = boxes('.sw-stat-value');
  const [unit] = boxes('.sw-stat-unit');
  expect(unit?.right).toBeCloseTo(value?.right ?? 0, 0);
});
