import { expect, test, vi } from 'vitest';
import { json, portfolioPages } from '../__fixtures__/answers.js';
import { silentCustomer } from '../__fixtures__/customer.js';
import { busyCustomer } from '../__fixtures__/metrics.js';
import { axeFindings, renderWidget } from '../__fixtures__/render-widget.js';
import type { DrilldownTarget } from '../provider/drilldown.js';
import { SlaPerformance } from './SlaPerformance.js';

const part = (name: string): string => document.querySelector(`[data-sw-part="${name}"]`)?.textContent ?? '';

test('shows both clocks of a customer, and asks once', async () => {
  const { screen, requests } = await renderWidget(<SlaPerformance customerId="acme" />, json(busyCustomer));
  await expect.element(screen.getByRole('region', { name: 'First response' })).toBeVisible();
  expect(part('sla-resolution')).toMatch(/^ResolutionDeclining85%Below target 90%Met34Missed6Running7 · 2 at risk/);
  expect(requests.map(({ url }) => new URL(url).pathname)).toEqual(['/api/reports/support-metrics/acme']);
});

test('without a customer it shows the whole portfolio, or that of a CSM', async () => {
  const { screen, requests } = await renderWidget(<SlaPerformance csmId="dana" />, portfolioPages);
  await expect.element(screen.getByRole('region', { name: 'Resolution' })).toBeVisible();
  expect(part('sla-resolution-met')).toBe('Met166');
  expect(new URL(requests[0]?.url ?? '').searchParams.get('csm_id')).toBe('dana');
});

test('each count leads to its tickets; a count of none leads nowhere', async () => {
  const onDrilldown = vi.fn<(target: DrilldownTarget) => void>();
  const widget = <SlaPerformance customerId="acme" onDrilldown={onDrilldown} />;
  const { screen } = await renderWidget(widget, json(busyCustomer));
  await screen.getByRole('button', { name: 'Resolution: Running 7' }).click();
  expect(onDrilldown).toHaveBeenCalledExactlyOnceWith({
    type: 'tickets',
    customer_id: 'acme',
    csm_id: undefined,
    period: 'this_month',
    filter: { sla: { metric: 'resolution', status: ['pending', 'at_risk', 'paused'] } },
  });
  expect(screen.getByRole('button', { name: /No target/ }).elements()).toHaveLength(0);
});

test('numbers are plain where the host does not follow them', async () => {
  const { screen } = await renderWidget(<SlaPerformance customerId="acme" />, json(busyCustomer));
  await expect.element(screen.getByRole('region', { name: 'Resolution' })).toBeVisible();
  expect(screen.getByRole('button', { name: /Missed/ }).elements()).toHaveLength(0);
});

test('says why nothing is there', async () => {
  const { screen } = await renderWidget(<SlaPerformance customerId="silent" />, json(silentCustomer));
  await expect.element(screen.getByText('No SLA to report')).toBeVisible();
});

test.each([320, 1000])('axe finds nothing, and nothing sticks out at %i', async (width) => {
  document.documentElement.style.background = '#0b1018';
  const onDrilldown = vi.fn<(target: DrilldownTarget) => void>();
  const widget = <SlaPerformance customerId="acme" onDrilldown={onDrilldown} />;
  const { screen } = await renderWidget(widget, json(busyCustomer), { width });
  await expect.element(screen.getByRole('slider')).toBeInTheDocument();
  expect(screen.container.querySelector('.sw-root')?.scrollWidth).toBe(width);
  expect(await axeFindings(screen.container)).toEqual([]);
});
