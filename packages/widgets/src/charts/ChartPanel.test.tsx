import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { never } from '../__fixtures__/answers.js';
import { busyCustomer, expectedVolume, volumeAnomalies } from '../__fixtures__/metrics.js';
import { renderWidget } from '../__fixtures__/render-widget.js';
import { TicketVolumeTrendView } from '../volume/TicketVolumeTrendView.js';

const { trends } = busyCustomer;

const focus = (element: Element): void => (element as HTMLElement).focus();

test('a chart is a figure with a name and a summary, and one tab stop', async () => {
  const { screen } = await renderWidget(<TicketVolumeTrendView trends={trends} timezone="UTC" />, never);
  const figure = screen.getByRole('figure', { name: 'Ticket volume' });
  await expect.element(figure).toHaveAccessibleDescription(/^12 points, from Week of Sep 7 to Week of Nov 23, so far/);
  await expect.element(figure).toHaveAccessibleDescription(/Created: lowest 5 \(Week of Sep 7\), highest 14/);
  expect(figure.element().querySelectorAll('input, button, a, [tabindex]')).toHaveLength(1);
});

test('arrow keys, Home and End move over the points and read each one out', async () => {
  const { screen } = await renderWidget(<TicketVolumeTrendView trends={trends} timezone="UTC" />, never);
  const chart = screen.getByRole('slider', { name: 'Ticket volume' });
  await expect
    .element(chart)
    .toHaveAttribute('aria-valuetext', 'Week of Nov 23, so far: Created 12, Resolved 8, Open at end 12');
  focus(chart.element());
  await userEvent.keyboard('{ArrowLeft}');
  await expect
    .element(chart)
    .toHaveAttribute('aria-valuetext', 'Week of Nov 16: Created 14, Resolved 9, Open at end 8');
  expect(document.querySelector('.sw-tooltip strong')?.textContent).toBe('Week of Nov 16');
  await userEvent.keyboard('{Home}');
  await expect.element(chart).toHaveAttribute('aria-valuetext', 'Week of Sep 7: Created 5, Resolved 4, Open at end 1');
  await userEvent.keyboard('{End}');
  await expect.element(chart).toHaveAttribute('aria-valuetext', expect.stringMatching(/^Week of Nov 23/));
});

test('Enter opens the point, and Escape closes the tooltip without closing the dialog around it', async () => {
  const onSelectBucket = vi.fn<(bucket: object) => void>();
  const onEscape = vi.fn<() => void>();
  document.body.addEventListener('keydown', onEscape);
  const { screen } = await renderWidget(
    <TicketVolumeTrendView trends={trends} timezone="UTC" onSelectBucket={onSelectBucket} />,
    never,
  );
  const chart = screen.getByRole('slider', { name: 'Ticket volume' });
  await expect.element(chart).toHaveAccessibleDescription(/Press Enter/);
  focus(chart.element());
  await userEvent.keyboard('{ArrowLeft}{Enter}');
  expect(onSelectBucket).toHaveBeenCalledExactlyOnceWith(trends.at(-2));
  await expect.poll(() => document.querySelector('.sw-tooltip')).not.toBeNull();
  onEscape.mockClear();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.querySelector('.sw-tooltip')).toBeNull();
  expect(onEscape).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(onEscape).toHaveBeenCalledOnce();
  document.body.removeEventListener('keydown', onEscape);
});

test('a pointer shows the numbers of the point below it, and a click opens it', async () => {
  const onSelectBucket = vi.fn<(bucket: object) => void>();
  const { screen } = await renderWidget(
    <TicketVolumeTrendView trends={trends} timezone="UTC" onSelectBucket={onSelectBucket} />,
    never,
  );
  await expect.poll(() => document.querySelector('.sw-chart-surface')).not.toBeNull();
  const surface = screen.container.querySelector('.sw-chart-surface') as Element;
  await userEvent.hover(surface, { position: { x: 10, y: 40 } });
  await expect.poll(() => document.querySelector('.sw-tooltip strong')?.textContent).toBe('Week of Sep 7');
  await userEvent.click(surface, { position: { x: 10, y: 40 } });
  expect(onSelectBucket).toHaveBeenCalledExactlyOnceWith(trends[0]);
});

test.each([0.45, 0.55])('at 320 px the numbers of the point at %d have room on their side', async (place) => {
  const widget = <TicketVolumeTrendView trends={trends} timezone="UTC" expected={expectedVolume} />;
  const { screen } = await renderWidget(widget, never, { width: 320 });
  await expect.poll(() => document.querySelector('.sw-chart-surface')).not.toBeNull();
  const surface = screen.container.querySelector('.sw-chart-surface') as Element;
  const { width } = surface.getBoundingClientRect();
  await userEvent.hover(surface, { position: { x: place * width, y: 40 } });
  await expect.poll(() => document.querySelector('.sw-tooltip')).not.toBeNull();
  const [panel, tooltip, column] = ['.sw-panel', '.sw-tooltip', '.sw-chart-active'].map((selector) =>
    document.querySelector(selector)?.getBoundingClientRect(),
  ) as [DOMRect, DOMRect, DOMRect];
  expect(tooltip.left).toBeGreaterThanOrEqual(panel.left);
  expect(tooltip.right).toBeLessThanOrEqual(panel.right);
  expect(place < 0.5 ? tooltip.left - column.right : column.left - tooltip.right).toBeCloseTo(6, 0);
});

test('the table has the same numbers, with what was expected and what stands out', async () => {
  const { screen } = await renderWidget(
    <TicketVolumeTrendView trends={trends} timezone="UTC" expected={expectedVolume} anomalies={volumeAnomalies} />,
    never,
  );
  await screen.getByRole('button', { name: 'View as table' }).click();
  const table = screen.getByRole('table', { name: 'Ticket volume' });
  const textOf = (row: number): (string | null)[] =>
    [...table.getByRole('row').nth(row).element().children].map(({ textContent }) => textContent);
  expect(textOf(0)).toEqual(['From', 'Created', 'Resolved', 'Open at end', 'Created, expected', 'Note']);
  expect(textOf(2)).toEqual(['Nov 16', '14', '9', '8', '4–12', 'More than expected']);
  expect(table.getByRole('row').elements()).toHaveLength(13);
});

test('series differ in look, not in colour alone', async () => {
  const { screen } = await renderWidget(<TicketVolumeTrendView trends={trends} timezone="UTC" />, never);
  await expect.poll(() => screen.container.querySelectorAll('[data-series="created"] .sw-look-bar').length).toBe(12);
  expect(screen.container.querySelectorAll('[data-series="resolved"] .sw-look-outline')).toHaveLength(12);
  expect(screen.container.querySelectorAll('[data-series="open"] .sw-look-line')).toHaveLength(1);
});

test('where there is no room yet, nothing of negative size is drawn', async () => {
  const { screen } = await renderWidget(<TicketVolumeTrendView trends={trends} timezone="UTC" />, never, { width: 0 });
  await expect.element(screen.getByRole('slider', { name: 'Ticket volume' })).toBeInTheDocument();
  expect(screen.container.querySelectorAll('.sw-chart rect')).toHaveLength(0);
});

test('a chart follows the size of its box, and keeps it while the box is hidden', async () => {
  const widget = <TicketVolumeTrendView trends={trends} timezone="UTC" />;
  const { screen } = await renderWidget(widget, never, { width: '100%' });
  const { style } = screen.container;
  const drawn = (): string[] => [
    `${screen.container.querySelector('.sw-chart-plot')?.getAttribute('width')} px`,
    `${screen.container.querySelectorAll('.sw-chart .sw-look-bar').length} bars`,
  ];
  const nextFrame = async (): Promise<number> => new Promise(requestAnimationFrame);
  for (const [width, room] of [
    ['700px', '658 px'],
    ['320px', '286 px'],
  ] as const) {
    style.width = width;
    await expect.poll(drawn).toEqual([room, '12 bars']);
    style.display = 'none';
    // The first tells the observer, the second one draws.
    await nextFrame();
    await nextFrame();
    await nextFrame();
    expect(drawn()).toEqual([room, '12 bars']);
    style.display = '';
  }
});

test('a week that still runs is drawn as unfinished', async () => {
  const { screen } = await renderWidget(<TicketVolumeTrendView trends={trends} timezone="UTC" />, never);
  const unfinished = (series: string): (string | null | undefined)[] =>
    [...screen.container.querySelectorAll(`[data-series="${series}"] [data-partial]`)].map((bar) =>
      bar.getAttribute('data-partial'),
    );
  await expect.poll(() => unfinished('created')).toEqual([...Array.from({ length: 11 }, () => 'false'), 'true']);
  // The line to it is its own, from the point before; its dot is hollow.
  expect(screen.container.querySelector('[data-series="open"] .sw-look-partial')?.getAttribute('d')).toMatch(
    /^M[\d.,]+L[\d.,]+$/,
  );
  expect(screen.container.querySelectorAll('[data-series="open"] .sw-dot-faint')).toHaveLength(1);
});

test.each([
  [360, ['Sep 7', 'Oct 12', 'Nov 2', 'Nov 23']],
  [768, ['Sep 7', 'Sep 28', 'Oct 12', 'Oct 26', 'Nov 9', 'Nov 23']],
])('at %i px the first and the last point have a label', async (width, labels) => {
  const { screen } = await renderWidget(<TicketVolumeTrendView trends={trends} timezone="UTC" />, never, { width });
  const drawn = (): (string | null)[] =>
    [...screen.container.querySelectorAll('.sw-chart-label')].flatMap(({ textContent }) =>
      /[a-z]/.test(textContent ?? '') ? [textContent] : [],
    );
  await expect.poll(drawn).toEqual(labels);
  await expect.element(screen.getByText('Since Sep 7')).toBeVisible();
});

test('no tickets are words, not an empty chart', async () => {
  const silent = trends.map((trend) => ({ ...trend, created: 0, resolved: 0, open_at_end: 0 }));
  const { screen } = await renderWidget(<TicketVolumeTrendView trends={silent} timezone="UTC" />, never);
  await expect.element(screen.getByText('No tickets in this time')).toBeVisible();
  expect(screen.getByRole('slider').elements()).toHaveLength(0);
  expect(screen.getByRole('button', { name: 'View as table' }).elements()).toHaveLength(0);
});
