import { expect, test, vi } from 'vitest';
import { json } from '../__fixtures__/answers.js';
import { silentCustomer } from '../__fixtures__/customer.js';
import { busyCustomer } from '../__fixtures__/metrics.js';
import { axeFindings, renderWidget } from '../__fixtures__/render-widget.js';
import type { DrilldownTarget } from '../provider/drilldown.js';
import { EscalationTimeline } from './EscalationTimeline.js';

test('lists escalated tickets with links into the support system', async () => {
  const { screen } = await renderWidget(<EscalationTimeline customerId="acme" />, json(busyCustomer));
  const list = screen.getByRole('region', { name: 'Timeline' });
  await expect.element(list.getByText('Level 2')).toBeVisible();
  expect(list.getByRole('listitem').elements()).toHaveLength(5);
  await expect
    .element(list.getByRole('link', { name: '#4518' }))
    .toHaveAttribute('href', 'https://acme.zendesk.example/agent/tickets/4518');
});

test('those that stand lead to their tickets', async () => {
  const onDrilldown = vi.fn<(target: DrilldownTarget) => void>();
  const widget = <EscalationTimeline customerId="acme" onDrilldown={onDrilldown} />;
  const { screen } = await renderWidget(widget, json(busyCustomer));
  await screen.getByRole('button', { name: 'View these tickets' }).click();
  expect(onDrilldown).toHaveBeenCalledExactlyOnceWith({
    type: 'tickets',
    customer_id: 'acme',
    filter: { is_escalated: true },
  });
});

test('an escalation without dates has words and no lane', async () => {
  const { screen } = await renderWidget(<EscalationTimeline customerId="acme" />, json(busyCustomer));
  await expect.element(screen.getByText('Dates not known')).toBeVisible();
  const lanes = screen
    .getByRole('listitem')
    .elements()
    .map((row) => row.querySelectorAll('.sw-escalation-track').length);
  expect(lanes).toEqual([1, 1, 1, 1, 0]);
});

test('says when not all tickets are at hand', async () => {
  const answer = json({ ...busyCustomer, tickets: busyCustomer.tickets.slice(0, 2), next_cursor: 'more' });
  const { screen } = await renderWidget(<EscalationTimeline customerId="acme" />, answer);
  await expect.element(screen.getByText('The escalated tickets are not among those loaded')).toBeVisible();
  await expect.element(screen.getByText(/older escalations may be missing/)).toBeVisible();
});

test('says why nothing is there', async () => {
  const { screen } = await renderWidget(<EscalationTimeline customerId="silent" />, json(silentCustomer));
  await expect.element(screen.getByText('No escalations')).toBeVisible();
});

test.each([320, 1000])('axe finds nothing, and nothing sticks out at %i', async (width) => {
  document.documentElement.style.background = '#0b1018';
  const { screen } = await renderWidget(<EscalationTimeline customerId="acme" />, json(busyCustomer), { width });
  await expect.element(screen.getByText('Level 2')).toBeVisible();
  expect(screen.container.querySelector('.sw-root')?.scrollWidth).toBe(width);
  expect(await axeFindings(screen.container)).toEqual([]);
});
