import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { inTurn } from '../__fixtures__/answer-in-turn.js';
import { json, never, problem } from '../__fixtures__/answers.js';
import { acme, calmCustomer, silentCustomer } from '../__fixtures__/customer.js';
import { axeFindings, renderWidget } from '../__fixtures__/render-widget.js';
import { pseudo } from '../__fixtures__/pseudo.js';
import { acmeTicket } from '../__fixtures__/tickets.js';
import { english } from '../messages/en.js';
import type { DrilldownTarget } from '../provider/drilldown.js';
import { CustomerDetail } from './CustomerDetail.js';

const part = (name: string): string => document.querySelector(`[data-sw-part="${name}"]`)?.textContent ?? '';
const title = { name: 'Acme Corp' };

test('shows open tickets, time to resolve and satisfaction, each with what it means', async () => {
  const { screen } = await renderWidget(<CustomerDetail customerId="acme" />, json(acme));
  await expect.element(screen.getByRole('heading', title)).toBeVisible();
  expect(part('stat-open-tickets')).toBe('Open tickets123 high priority');
  expect(part('stat-resolution')).toBe('Avg resolution18hoursSLA: 85% met');
  expect(part('stat-csat')).toBe('CSAT score3.1/5Declining from 3.8');
});

test('TC-156.1: twelve open tickets stand there with priority, status, age and SLA', async () => {
  const { screen } = await renderWidget(<CustomerDetail customerId="acme" />, json(acme));
  const table = screen.getByRole('table', { name: 'Open tickets' });
  await expect.element(table).toBeVisible();
  const rows = table.getByRole('row').elements().slice(1);
  expect(rows).toHaveLength(12);
  const cells = [...(rows[5]?.children ?? [])].map(({ textContent }) => textContent);
  expect(cells).toEqual(['#4518', 'Export not workingEscalated', 'High', 'Open', '3d3 days', 'Breached']);
  const slas = rows.map((row) => row.lastElementChild?.textContent);
  expect(new Set(slas)).toEqual(
    new Set(['Paused', 'Breached', 'At risk: Due in 8h', 'On track', 'At risk: Due in 36m 00s']),
  );
});

test.each(['de', 'ar'])('in one line, long words of %s stay clear of what stands beside them', async (language) => {
  const messages = pseudo(english, { language, growth: 1 });
  const { screen } = await renderWidget(<CustomerDetail customerId="acme" />, json(acme), { messages, width: 1200 });
  const alert = screen.getByRole('article').first();
  await expect.element(alert).toBeVisible();
  const edges = ['.sw-alert-meta > :last-child', '.sw-alert-text'].map((selector) =>
    alert.element().querySelector(selector)!.getBoundingClientRect(),
  );
  const [before, after] = language === 'ar' ? edges.toReversed() : edges;
  expect(before!.right).toBeLessThan(after!.left);
});

test('TC-156.2: a satisfaction of 3.9 stands beside its trend', async () => {
  const satisfaction = { ...acme.customer.satisfaction, avg_csat: 3.9, previous_avg_csat: 3.6, trend: 'improving' };
  const answer = json({ ...acme, customer: { ...acme.customer, satisfaction } });
  const { screen } = await renderWidget(<CustomerDetail customerId="acme" />, answer);
  await expect.element(screen.getByText('Improving from 3.6')).toBeVisible();
  expect(part('stat-csat')).toContain('3.9/5');
});

test('a ticket links into the support system, and one without an address is plain text', async () => {
  const local = { ...acmeTicket({ id: 'LOC-7', subject: 'x', category: 'y', priority: 'low', age: 5, sla: 'met' }) };
  const tickets = [...acme.tickets.slice(0, 1), { ...local, external_url: null }];
  const { screen } = await renderWidget(<CustomerDetail customerId="acme" />, json({ ...acme, tickets }));
  const link = screen.getByRole('link', { name: '#4471' });
  await expect.element(link).toHaveAttribute('href', 'https://acme.zendesk.example/agent/tickets/4471');
  expect(screen.getByRole('link', { name: 'LOC-7' }).elements()).toHaveLength(0);
});

test('more than twenty tickets come in steps, then page by page, until no open one is left', async () => {
  const ticket = (index: number, status: 'open' | 'closed') =>
    acmeTicket({ id: `${index}`, subject: 's', category: 'c', priority: 'low', age: 9, sla: 'pending', status });
  const many = Array.from({ length: 25 }, (_, index) => ticket(index, 'open'));
  const rest = [ticket(25, 'open'), ticket(26, 'closed')];
  const answer = inTurn(
    json({ ...acme, tickets: many, next_cursor: 'more' }),
    json({ tickets: rest, next_cursor: 'x', data_as_of: acme.customer.data_as_of }),
  );
  const { screen } = await renderWidget(<CustomerDetail customerId="acme" />, answer);
  const rows = (): number => screen.getByRole('table', { name: 'Open tickets' }).getByRole('row').elements().length - 1;
  await expect.poll(rows).toBe(20);
  await screen.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(rows).toBe(26);
  expect(screen.getByRole('button', { name: 'Show more' }).elements()).toHaveLength(0);
});

test('the volume chart is one tab stop that arrow keys, Home and End read out week by week', async () => {
  const { screen } = await renderWidget(<CustomerDetail customerId="acme" />, json(acme));
  const chart = screen.getByRole('slider', { name: 'Ticket volume' });
  await expect
    .element(chart)
    .toHaveAttribute('aria-valuetext', 'Week of Nov 23, so far: Created 12, Resolved 8, Open at end 12');
  (chart.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowLeft}');
  await expect
    .element(chart)
    .toHaveAttribute('aria-valuetext', 'Week of Nov 16: Created 14, Resolved 9, Open at end 8');
  await expect.element(screen.getByText('Week of Nov 16', { exact: true })).toBeVisible();
  await userEvent.keyboard('{Home}');
  await expect.element(chart).toHaveAttribute('aria-valuetext', 'Week of Sep 7: Created 5, Resolved 4, Open at end 1');
  await expect.element(chart).toHaveAccessibleDescription(/Created: .*highest 14 \(Week of Nov 16\)/);
});

test('the chart has a table of the same numbers', async () => {
  const { screen } = await renderWidget(<CustomerDetail customerId="acme" />, json(acme));
  await screen.getByRole('button', { name: 'View as table' }).click();
  const table = screen.getByRole('table', { name: 'Ticket volume' });
  expect(table.getByRole('row').elements()).toHaveLength(13);
  expect(table.getByRole('row').nth(2).element().textContent).toBe('Nov 161498');
  await screen.getByRole('button', { name: 'View as chart' }).click();
  await expect.element(screen.getByRole('slider')).toBeInTheDocument();
});

test('categories are shares of the tickets of the period, the small ones together', async () => {
  const { screen } = await renderWidget(<CustomerDetail customerId="acme" />, json(acme));
  const categories = screen.getByRole('region', { name: 'Top issue categories' });
  await expect.element(categories).toBeVisible();
  expect(
    categories
      .getByRole('listitem')
      .elements()
      .map(({ textContent }) => textContent),
  ).toEqual(['Performance35%', 'Integration23%', 'How-to18%', 'Bug Report15%', 'Billing5%', 'Other5%']);
});

test('the categories say how many tickets they are, what drove the difference, and lead to them', async () => {
  const onDrilldown = vi.fn<(target: DrilldownTarget) => void>();
  const { screen, requests } = await renderWidget(<CustomerDetail customerId="acme" />, json(acme), { onDrilldown });
  const panel = screen.getByRole('region', { name: 'Top issue categories' });
  await expect.element(panel.getByText('40 tickets · Against the period before: +15')).toBeVisible();
  await panel.getByRole('button', { name: 'About: Top issue categories' }).click();
  const meaning = screen.getByRole('dialog', { name: 'About: Top issue categories' });
  await expect.element(meaning.getByText('+15 tickets. What moved most:')).toBeVisible();
  const [most] = meaning.getByRole('list', { name: 'By category' }).getByRole('listitem').elements();
  expect(most?.textContent).toBe('+10Performancefrom 4 to 14');
  await meaning.getByRole('button', { name: 'View these tickets' }).click();
  expect(onDrilldown).toHaveBeenCalledExactlyOnceWith({
    type: 'tickets',
    customer_id: 'acme',
    period: 'this_month',
    filter: {},
  });
  expect(requests).toHaveLength(1);
});

test('a server that does not tell the period before leaves the difference out', async () => {
  const { previous_by_category: _, ...tickets } = acme.customer.tickets;
  const older = { ...acme, customer: { ...acme.customer, tickets } };
  const { screen } = await renderWidget(<CustomerDetail customerId="acme" />, json(older));
  const panel = screen.getByRole('region', { name: 'Top issue categories' });
  await expect.element(panel.getByText('40 tickets', { exact: true })).toBeVisible();
  await panel.getByRole('button', { name: 'About: Top issue categories' }).click();
  await expect.element(screen.getByRole('dialog')).toBeVisible();
  expect(screen.getByText(/What moved most/).elements()).toHaveLength(0);
});

test('says why nothing is there', async () => {
  const { screen, rerender } = await renderWidget(
    <CustomerDetail customerId="calm" />,
    inTurn(json(calmCustomer), json(silentCustomer)),
  );
  await expect.element(screen.getByText('No open tickets')).toBeVisible();
  expect(part('stat-resolution')).toBe('Avg resolution–Nothing resolved in this period');
  expect(part('stat-csat')).toBe('CSAT score–No ratings in this period');
  await rerender(<CustomerDetail customerId="silent" />);
  await expect.element(screen.getByText('No tickets from this customer')).toBeVisible();
});

test('a customer that the API does not know is no error of the service', async () => {
  const { screen } = await renderWidget(<CustomerDetail customerId="nobody" />, problem(404, 'not_found'));
  await expect.element(screen.getByRole('alert').getByText('This customer is not known here')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Try again' }).elements()).toHaveLength(0);
});

test('another customer ends the first call and never shows the first one’s tickets', async () => {
  const { screen, requests, rerender } = await renderWidget(
    <CustomerDetail customerId="acme" />,
    inTurn(json(acme), never),
  );
  await expect.element(screen.getByRole('heading', title)).toBeVisible();
  await rerender(<CustomerDetail customerId="globex" />);
  await expect.element(screen.getByRole('status')).toBeInTheDocument();
  expect(screen.getByText('Login issues').elements()).toHaveLength(0);
  await rerender(<CustomerDetail customerId="initech" />);
  await expect.poll(() => requests.length).toBe(3);
  expect(requests.map(({ signal }) => signal.aborted)).toEqual([expect.any(Boolean), true, false]);
});

test('Back tells the host', async () => {
  const onBack = vi.fn<() => void>();
  const { screen } = await renderWidget(<CustomerDetail customerId="acme" onBack={onBack} />, json(acme));
  await screen.getByRole('button', { name: 'Back' }).click();
  expect(onBack).toHaveBeenCalledOnce();
});

test('in a side panel the tickets stay a table, and nothing sticks out', async () => {
  const { screen } = await renderWidget(<CustomerDetail customerId="acme" />, json(acme), { width: 320 });
  await expect.element(screen.getByRole('table', { name: 'Open tickets' })).toBeVisible();
  expect(screen.getByRole('cell', { name: 'At risk: Due in 36m 00s' }).elements()).toHaveLength(1);
  const root = screen.container.querySelector('.sw-root');
  expect(root?.scrollWidth).toBe(320);
});

test.each(['dark', 'light'] as const)('axe finds nothing in %s', async (theme) => {
  document.documentElement.style.background = theme === 'dark' ? '#0b1018' : '#fff';
  const { screen } = await renderWidget(<CustomerDetail customerId="acme" onBack={vi.fn<() => void>()} />, json(acme), {
    theme,
  });
  await expect.element(screen.getByRole('heading', title)).toBeVisible();
  expect(await axeFindings(screen.container)).toEqual([]);
});
