import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { json, portfolioPages } from '../__fixtures__/answers.js';
import { acme } from '../__fixtures__/customer.js';
import { axeFindings, renderWidget } from '../__fixtures__/render-widget.js';
import { CustomerDetail, type DrilldownTarget, SupportOverview } from '../index.js';

const aboutCsat = { name: 'About: Avg CSAT' };

test('every number says what it means, of when, from how much, and how fresh it is', async () => {
  const { screen } = await renderWidget(<SupportOverview />, portfolioPages);
  await screen.getByRole('button', aboutCsat).click();
  const about = screen.getByRole('dialog', aboutCsat);
  await expect.element(about).toBeVisible();
  expect(about.element().textContent).toBe(
    'Avg CSATAverage of the ratings that customers gave in the period, from 1 to 5.' +
      'PeriodNov 1 – 30, 2026Based on88 ratingsDataUpdated 4m ago',
  );
});

test('leads to the tickets behind the number, and closes', async () => {
  const onDrilldown = vi.fn<(target: DrilldownTarget) => void>();
  const { screen } = await renderWidget(<SupportOverview csmId="dana" onDrilldown={onDrilldown} />, portfolioPages);
  await screen.getByRole('button', aboutCsat).click();
  await screen.getByRole('button', { name: 'View these tickets' }).click();
  expect(onDrilldown).toHaveBeenCalledExactlyOnceWith({
    type: 'tickets',
    csm_id: 'dana',
    period: 'this_month',
    filter: { is_rated: true },
  });
  await expect.poll(() => screen.getByRole('dialog').elements().length).toBe(0);
});

test('opens and closes with the keyboard, takes the focus and gives it back', async () => {
  const { screen } = await renderWidget(<SupportOverview />, portfolioPages);
  const button = screen.getByRole('button', aboutCsat);
  await expect.element(button).toBeVisible();
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('dialog', aboutCsat)).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(button).toHaveFocus();
  expect(screen.getByRole('dialog').elements()).toHaveLength(0);
});

test('a click elsewhere closes it, and a second one on its button too', async () => {
  const { screen } = await renderWidget(<SupportOverview />, portfolioPages);
  const button = screen.getByRole('button', aboutCsat);
  await button.click();
  await expect.element(screen.getByRole('dialog')).toBeVisible();
  await screen.getByRole('heading', { name: 'Support metrics' }).click();
  await expect.poll(() => screen.getByRole('dialog').elements().length).toBe(0);
  await button.click();
  await expect.element(screen.getByRole('dialog')).toBeVisible();
  await button.click();
  await expect.poll(() => screen.getByRole('dialog').elements().length).toBe(0);
});

test('stays on a small screen, whole, also at its end', async () => {
  await page.viewport(320, 600);
  const { screen } = await renderWidget(<CustomerDetail customerId="acme" />, json(acme), { width: 304 });
  for (const button of screen.getByRole('button', { name: /^About/ }).elements()) {
    (button as HTMLElement).click();
    await expect.poll(() => screen.getByRole('dialog').elements().length).toBe(1);
    const { left, right } = screen.getByRole('dialog').element().getBoundingClientRect();
    expect(left).toBeGreaterThanOrEqual(8);
    expect(right).toBeLessThanOrEqual(312);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => screen.getByRole('dialog').elements().length).toBe(0);
  }
  await page.viewport(1280, 720);
});

test('follows its button when the screen is turned', async () => {
  await page.viewport(800, 600);
  const { screen } = await renderWidget(<SupportOverview />, portfolioPages, { width: '100%' });
  await screen.getByRole('button', { name: 'About: Escalations' }).click();
  const dialog = screen.getByRole('dialog');
  const end = (): number => dialog.element().getBoundingClientRect().right;
  await expect.poll(end).toBeGreaterThan(320);
  await page.viewport(320, 600);
  await expect.poll(end).toBeLessThanOrEqual(312);
  await page.viewport(1280, 720);
});

test('is put where the host wants it, in the theme of the widget, and goes with it', async () => {
  const portalContainer = document.createElement('div');
  document.body.append(portalContainer);
  const { screen } = await renderWidget(<SupportOverview />, portfolioPages, { portalContainer, theme: 'cscx' });
  await screen.getByRole('button', aboutCsat).click();
  await expect.element(page.getByRole('dialog', aboutCsat)).toBeVisible();
  const root = portalContainer.querySelector('[role="dialog"]:popover-open')?.parentElement;
  expect(root?.className).toContain('sw-root');
  expect(root?.dataset['swTheme']).toBe('cscx');
  await screen.unmount();
  expect(portalContainer.childElementCount).toBe(0);
  portalContainer.remove();
});

test.each(['dark', 'light', 'cscx'] as const)('axe finds nothing in it in %s', async (theme) => {
  document.documentElement.style.background = theme === 'light' ? '#fff' : '#0b1018';
  const { screen } = await renderWidget(<SupportOverview onDrilldown={vi.fn<() => void>()} />, portfolioPages, {
    theme,
  });
  await screen.getByRole('button', aboutCsat).click();
  await expect.element(screen.getByRole('dialog')).toBeVisible();
  expect(await axeFindings(screen.container)).toEqual([]);
});
