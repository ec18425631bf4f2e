import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { inTurn } from '../__fixtures__/answer-in-turn.js';
import { type Answer, json, portfolioPages, problem } from '../__fixtures__/answers.js';
import { axeFindings, renderWidget } from '../__fixtures__/render-widget.js';
import { nothingUnmatched, unmatchedPage, unmatchedTickets } from '../__fixtures__/unmatched.js';
import { unmatchedDesk } from '../__fixtures__/unmatched-desk.js';
import type { SupportAction } from '../provider/drilldown.js';
import { UnmatchedTickets } from './UnmatchedTickets.js';
import { UnmatchedTicketsView } from './UnmatchedTicketsView.js';

const spoken = '#7001 Import of orders stops at row 10,000';
const choose = { name: `Choose customer: ${spoken}` };
const undo = { name: `Undo: ${spoken}` };
const bodies = async (requests: readonly Request[]): Promise<unknown[]> =>
  Promise.all(requests.filter(({ method }) => method === 'POST').map(async (request) => request.clone().json()));
const pathsOf = (requests: readonly Request[]): string[] =>
  requests.map(({ url }) => new URL(url).pathname.replace(/^.*\//, ''));

/** Answers what is read as the desk does, and what is written as told. */
const refusing = (answer: Answer): Answer => {
  const desk = unmatchedDesk();
  return (request) => (request.method === 'POST' ? answer(request) : desk(request));
};

test('lists tickets with the reason and what they tell, with one request', async () => {
  const { screen, requests } = await renderWidget(<UnmatchedTickets />, unmatchedDesk());
  await expect.element(screen.getByText('6 tickets without a customer')).toBeVisible();
  const first = screen.getByRole('article', { name: 'Import of orders stops at row 10,000' });
  await expect.element(first.getByText('From maya@techstart.example')).toBeVisible();
  await expect.element(first.getByText('Unknown company or sender')).toBeVisible();
  await expect.element(first.getByRole('link', { name: '#7001' })).toBeVisible();
  expect(pathsOf(requests)).toEqual(['unmatched']);
});

test('customers are loaded when the first is to be chosen, once, and those that fit are suggested', async () => {
  const { screen, requests } = await renderWidget(<UnmatchedTickets />, unmatchedDesk());
  await screen.getByRole('button', choose).click();
  await expect.element(screen.getByRole('button', { name: 'TechStart Suggested' })).toBeVisible();
  const picker = screen.getByRole('dialog', choose);
  await expect.element(picker.getByRole('status')).toHaveTextContent('16 customers');
  await userEvent.keyboard('{Escape}');
  await screen.getByRole('button', { name: /^Choose customer: #6981/ }).click();
  await expect.element(screen.getByRole('button', { name: 'Umbra Labs Suggested' })).toBeVisible();
  expect(pathsOf(requests)).toEqual(['unmatched', 'support-metrics', 'support-metrics']);
});

test('with the keyboard alone: search, choose, undo, and the focus never falls off the page', async () => {
  const onAction = vi.fn<(action: SupportAction) => void>();
  const { screen, requests } = await renderWidget(<UnmatchedTickets onAction={onAction} />, unmatchedDesk());
  const button = screen.getByRole('button', choose);
  await expect.element(button).toBeVisible();
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('searchbox', { name: 'Search customers' })).toHaveFocus();
  await expect.element(screen.getByRole('button', { name: 'TechStart Suggested' })).toBeVisible();
  await userEvent.keyboard('wayne');
  await expect.element(screen.getByRole('dialog').getByRole('status')).toHaveTextContent('1 customer');
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(screen.getByRole('button', { name: 'Wayne Logistics' })).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(screen.getByRole('searchbox')).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(screen.getByRole('button', undo)).toHaveFocus();
  await expect.element(screen.getByRole('status').first()).toHaveTextContent(`Linked to Wayne Logistics: ${spoken}`);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement?.closest('article')?.textContent).toContain('#7001');
  await expect.element(screen.getByRole('status').first()).toHaveTextContent(`Undone: ${spoken}`);
  await expect.poll(async () => bodies(requests)).toEqual([{ customer_id: 'wayne' }, { customer_id: null }]);
  const ticket_id = 'zendesk:acme:7001';
  await expect
    .poll(() => onAction.mock.calls.map(([action]) => action))
    .toEqual([
      { type: 'link', ticket_id, customer_id: 'wayne' },
      { type: 'link', ticket_id, customer_id: null },
    ]);
});

test('what the server refuses is taken back, with a word, and can be tried again', async () => {
  const { screen } = await renderWidget(
    <UnmatchedTickets />,
    refusing(inTurn(problem(404, 'not_found'), problem(403, 'forbidden'))),
  );
  await screen.getByRole('button', choose).click();
  await screen.getByRole('button', { name: 'TechStart Suggested' }).click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent('The ticket was not linked. Nothing found here.');
  await screen.getByRole('button', choose).click();
  await screen.getByRole('button', { name: 'TechStart Suggested' }).click();
  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent('The ticket was not linked. You have no access to this.');
});

test('a link counts at once, its undoing and its refusal too', async () => {
  const desk = unmatchedDesk();
  let isRefusing = false;
  const { screen } = await renderWidget(<UnmatchedTickets />, (request) =>
    isRefusing && request.method === 'POST' ? problem(403, 'forbidden')(request) : desk(request),
  );
  const countsSay = async (total: string, ...options: string[]): Promise<void> => {
    await expect.element(screen.getByText(`${total} without a customer`)).toBeVisible();
    const reasons = screen.getByRole('combobox', { name: 'Reason' }).element();
    expect([...reasons.children].map(({ textContent }) => textContent)).toEqual(expect.arrayContaining(options));
  };
  const linkIt = async (): Promise<void> => {
    await screen.getByRole('button', choose).click();
    await screen.getByRole('button', { name: 'TechStart Suggested' }).click();
  };
  await linkIt();
  await countsSay('5 tickets', 'All reasons (5)');
  expect(screen.getByRole('option', { name: /^Unknown company/ }).elements()).toHaveLength(0);
  await screen.getByRole('button', undo).click();
  await countsSay('6 tickets', 'All reasons (6)', 'Unknown company or sender (1)');
  isRefusing = true;
  await linkIt();
  await expect.element(screen.getByRole('alert')).toBeVisible();
  await countsSay('6 tickets', 'All reasons (6)', 'Unknown company or sender (1)');
});

test('a link whose undoing is refused stands, and says so', async () => {
  const linked = { ticket_id: '', customer_id: 'techstart', match_rule: 'link', unmatched_reason: null };
  const { screen } = await renderWidget(
    <UnmatchedTickets />,
    refusing(inTurn(json(linked), problem(500, 'internal_error'))),
  );
  await screen.getByRole('button', choose).click();
  await screen.getByRole('button', { name: 'TechStart Suggested' }).click();
  await screen.getByRole('button', undo).click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent('The link still stands. Something went wrong.');
  await expect.element(screen.getByRole('button', undo)).toBeVisible();
});

test('a refresh takes linked tickets away and leaves the focus in the widget', async () => {
  const { screen } = await renderWidget(<UnmatchedTickets />, unmatchedDesk(), { refreshInterval: 300 });
  await screen.getByRole('button', choose).click();
  await screen.getByRole('button', { name: 'TechStart Suggested' }).click();
  await expect.poll(() => screen.getByRole('button', undo).elements().length).toBe(0);
  expect(screen.getByRole('article').elements()).toHaveLength(5);
  await expect.poll(() => document.activeElement?.closest('[data-sw-part="unmatched-tickets"]')).not.toBeNull();
});

test('further pages come when asked for', async () => {
  const { screen, requests } = await renderWidget(<UnmatchedTickets />, unmatchedDesk(4));
  const showMore = screen.getByRole('button', { name: 'Show more' });
  await expect.element(showMore).toBeVisible();
  (showMore.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => screen.getByRole('article').elements().length).toBe(6);
  expect(new URL(requests[1]?.url ?? '').searchParams.get('cursor')).toBe('4');
  // The button is gone with the last page: whoever used it goes on with the first ticket that is new.
  const [, , , , fifth] = screen.getByRole('article').elements();
  await expect.poll(() => fifth?.contains(document.activeElement)).toBe(true);
});

test('one reason can be looked at, and one that has no ticket leads back to all', async () => {
  const { screen } = await renderWidget(<UnmatchedTickets />, unmatchedDesk());
  await screen.getByRole('combobox', { name: 'Reason' }).selectOptions('Claimed twice (1)');
  await expect.poll(() => screen.getByRole('article').elements().length).toBe(1);
  await screen.getByRole('button', { name: /^Choose customer: #6981/ }).click();
  await screen.getByRole('button', { name: 'Umbra Labs Suggested' }).click();
  await screen.getByRole('combobox', { name: 'Reason' }).selectOptions('All reasons (5)');
  await expect.poll(() => screen.getByRole('article').elements().length).toBe(5);
  await screen.getByRole('combobox', { name: 'Reason' }).selectOptions('Claimed twice (1)');
  await screen.getByRole('button', { name: 'Show all reasons' }).click();
  await expect.poll(() => screen.getByRole('article').elements().length).toBe(5);
});

test('customers that cannot be loaded can be asked for again', async () => {
  const page = json(unmatchedPage);
  const { screen } = await renderWidget(
    <UnmatchedTickets />,
    inTurn(page, problem(500, 'internal_error'), portfolioPages, portfolioPages),
  );
  await screen.getByRole('button', choose).click();
  await expect.element(screen.getByRole('dialog').getByText('The customers could not be loaded.')).toBeVisible();
  await screen.getByRole('dialog').getByRole('button', { name: 'Try again' }).click();
  await expect.element(screen.getByRole('button', { name: 'TechStart Suggested' })).toBeVisible();
});

test('of many customers the first are listed, and the rest is found by typing', async () => {
  const items = Array.from({ length: 80 }, (_, index) => ({
    customer_id: `c${index}`,
    customer_name: `Customer ${index}`,
  }));
  const onLink = vi.fn<(ticketId: string, customerId: string | null) => Promise<void>>(async () => undefined);
  const view = <UnmatchedTicketsView tickets={unmatchedTickets} customers={{ items }} onLink={onLink} />;
  const { screen } = await renderWidget(view, problem(500, 'internal_error'));
  await screen.getByRole('button', choose).click();
  await expect.element(screen.getByText('30 more: type to find them')).toBeInTheDocument();
  await userEvent.keyboard('nobody');
  await expect.element(screen.getByText('No customer matches')).toBeVisible();
  await screen.getByRole('searchbox').fill('customer 77');
  await screen.getByRole('button', { name: 'Customer 77' }).click();
  expect(onLink.mock.calls).toEqual([['zendesk:acme:7001', 'c77']]);
});

test('says why nothing is there, with no reason to choose', async () => {
  const { screen, rerender } = await renderWidget(
    <UnmatchedTickets key="1" />,
    inTurn(json(nothingUnmatched), json({ ...nothingUnmatched, data_as_of: null })),
  );
  await expect.element(screen.getByText('Every ticket has a customer')).toBeVisible();
  expect(screen.getByRole('combobox').elements()).toHaveLength(0);
  await rerender(<UnmatchedTickets key="2" />);
  await expect.element(screen.getByText('Nothing is connected yet')).toBeVisible();
});

test.each([320, 700, 1000])(
  'axe finds nothing, with a customer to choose, and nothing sticks out at %i',
  async (width) => {
    document.documentElement.style.background = '#0b1018';
    const { screen } = await renderWidget(<UnmatchedTickets />, unmatchedDesk(), { width });
    await screen.getByRole('button', choose).click();
    await expect.element(screen.getByRole('button', { name: 'TechStart Suggested' })).toBeVisible();
    expect(screen.container.querySelector('.sw-root')?.scrollWidth).toBe(width);
    expect(await axeFindings(screen.container)).toEqual([]);
  },
);
