import { expect, test, vi } from 'vitest';
import { api } from '../__fixtures__/answers.js';
import { renderWidget } from '../__fixtures__/render-widget.js';
import { AlertFeed, SupportOverview, type WidgetErrorDetails } from '../index.js';

test('an error in one widget is told, and the page and its neighbours live', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const onError = vi.fn<(error: unknown, details: WidgetErrorDetails) => void>();
  let isBroken = true;
  const slots = {
    customerLink: () => {
      if (isBroken) throw new Error('a bug of the host');
      return 'mended';
    },
  };
  const { screen } = await renderWidget(
    <>
      <SupportOverview />
      <AlertFeed customerId="acme" />
      <p>The page</p>
    </>,
    api,
    { slots, onError },
  );
  const overview = screen.getByRole('region', { name: 'Support metrics' });
  await expect.element(overview.getByRole('alert').getByText('This part could not be shown')).toBeVisible();
  await expect.element(screen.getByRole('article', { name: 'Resolution SLA breached' })).toBeVisible();
  await expect.element(screen.getByText('The page')).toBeVisible();
  expect(onError).toHaveBeenCalledWith(new Error('a bug of the host'), {
    widget: 'overview',
    componentStack: expect.stringContaining('CustomerList'),
  });

  isBroken = false;
  await overview.getByRole('button', { name: 'Try again' }).click();
  await expect.element(overview.getByText('mended').first()).toBeVisible();
  vi.restoreAllMocks();
});

test('a zone or a locale that the browser does not know takes nothing down', async () => {
  const { screen } = await renderWidget(<AlertFeed />, api, {
    locale: 'no-such-locale-at-all',
    timeZone: 'Mars/Olympus',
  });
  await expect.element(screen.getByRole('region', { name: 'Alerts' })).toBeVisible();
});
