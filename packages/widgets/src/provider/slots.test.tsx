import { expect, test, vi } from 'vitest';
import { api } from '../__fixtures__/answers.js';
import { alertDesk } from '../__fixtures__/alert-desk.js';
import { renderWidget } from '../__fixtures__/render-widget.js';
import { AlertFeed, CustomerDetail, type DrilldownTarget, type Slots, SupportOverview } from '../index.js';

test('a host draws the links to customers and tickets, with our look', async () => {
  const slots: Slots = {
    customerLink: ({ customer, className, children }) => (
      <a className={className} href={`/accounts/${customer.customer_id}`}>
        {children}
      </a>
    ),
    ticketLink: ({ ticket, className, children }) => (
      <a className={className} href={`/tickets/${encodeURIComponent(ticket.ticket_id)}`}>
        {children}
      </a>
    ),
  };
  const { screen } = await renderWidget(
    <>
      <SupportOverview />
      <CustomerDetail customerId="acme" />
    </>,
    api,
    { slots },
  );
  await expect.element(screen.getByRole('link', { name: /Acme Corp/ })).toHaveAttribute('href', '/accounts/acme');
  await expect.element(screen.getByRole('link', { name: /Acme Corp/ })).toHaveClass('sw-row-button');
  await expect
    .element(screen.getByRole('link', { name: '#4471' }))
    .toHaveAttribute('href', '/tickets/zendesk%3Aacme%3A4471');
});

test('a host adds to what we draw, and acts through it', async () => {
  const slots: Slots = {
    alertActions: (props, Default) => (
      <>
        <Default {...props} actions={props.actions.filter((action) => action !== 'resolve')} />
        <button type="button" onClick={() => props.act({ action: 'resolve' })}>
          Close the playbook of {props.alert.customer_name}
        </button>
      </>
    ),
  };
  const { screen } = await renderWidget(<AlertFeed />, alertDesk(), { slots });
  await expect.element(screen.getByRole('button', { name: /^Acknowledge: Ticket spike/ })).toBeVisible();
  expect(screen.getByRole('button', { name: /^Resolve/ }).elements()).toHaveLength(0);
  await screen.getByRole('button', { name: 'Close the playbook of DataFlow' }).click();
  await expect.element(screen.getByRole('article').first().getByText('Resolved')).toBeVisible();
});

test('the provider hears of every drilldown, unless a widget has ears of its own', async () => {
  const [everywhere, here] = [vi.fn<(target: DrilldownTarget) => void>(), vi.fn<(target: DrilldownTarget) => void>()];
  const { screen } = await renderWidget(
    <>
      <SupportOverview />
      <AlertFeed onDrilldown={here} />
    </>,
    api,
    { onDrilldown: everywhere },
  );
  await screen.getByRole('button', { name: /TechStart/ }).click();
  expect(everywhere).toHaveBeenCalledExactlyOnceWith({ type: 'customer', customer_id: 'techstart' });
  await screen.getByRole('button', { name: 'Ticket spike: +300%', exact: true }).click();
  await screen.getByRole('button', { name: 'DataFlow', exact: true }).click();
  expect(here.mock.calls.map(([{ type }]) => type)).toEqual(['alert', 'customer']);
  expect(everywhere).toHaveBeenCalledOnce();
});
