import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { alertDesk } from '../__fixtures__/alert-desk.js';
import { api, problem } from '../__fixtures__/answers.js';
import { alerts } from '../__fixtures__/alerts.js';
import { syncStatus } from '../__fixtures__/connections.js';
import { acme } from '../__fixtures__/customer.js';
import { portfolio, secondPage } from '../__fixtures__/portfolio.js';
import { pseudo } from '../__fixtures__/pseudo.js';
import { renderWidget } from '../__fixtures__/render-widget.js';
import { unmatchedPage } from '../__fixtures__/unmatched.js';
import {
  AlertFeed,
  CsatTrend,
  CustomerDetail,
  EscalationTimeline,
  SlaPerformance,
  SupportOverview,
  SyncStatus,
  TeamOverview,
  TicketVolumeTrend,
  TopCategories,
  UnmatchedTickets,
} from '../index.js';
import { english } from './en.js';

/** Names that are the same in every language. */
const brands = ['Zendesk', 'Intercom', 'Freshdesk', 'Salesforce'];

/** Everything that comes from the API, longest first, so that no part of it is left over. */
const data = [
  ...new Set([portfolio, secondPage, acme, alerts, syncStatus, unmatchedPage, brands, 'req_7f3a'].flatMap(strings)),
].toSorted((a, b) => b.length - a.length);

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return [...Object.keys(value), ...Object.values(value).flatMap(strings)];
}

/** What a person sees or hears, without the words of the API and of `Intl` (in Russian here, so not in these letters). */
function foreignWords(element: Element): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Element)) texts.push(node.textContent ?? '');
    else {
      for (const name of ['aria-label', 'aria-valuetext', 'aria-description', 'title', 'placeholder', 'alt']) {
        texts.push(node.getAttribute(name) ?? '');
      }
    }
  }
  return texts
    .map((text) => data.reduce((rest, known) => rest.replaceAll(known, ''), text))
    .filter((text) => /[a-z]/i.test(text));
}

const messages = pseudo(english, { language: 'en' });
const noop = vi.fn<() => void>();

async function openEverything(container: Element): Promise<void> {
  // What stands there for another width is not drawn, and opens nothing.
  const buttons = [...container.querySelectorAll<HTMLElement>('[popovertarget]')].filter((each) =>
    each.checkVisibility(),
  );
  for (const button of buttons) {
    button.click();
    await expect.poll(() => document.querySelectorAll(':popover-open:not(:empty)').length).toBe(1);
    expect(foreignWords(document.querySelector(':popover-open') ?? container)).toEqual([]);
    document.querySelector<HTMLElement>(':popover-open')?.hidePopover();
  }
}

test.each<[name: string, widget: ReactNode, ready: string]>([
  ['overview', <SupportOverview key="" onDrilldown={noop} />, '.sw-row'],
  ['customer', <CustomerDetail key="" customerId="acme" onBack={noop} onDrilldown={noop} />, '.sw-table'],
  ['alerts', <AlertFeed key="" onDrilldown={noop} />, '.sw-alert'],
  ['sla', <SlaPerformance key="" customerId="acme" onDrilldown={noop} />, '.sw-panel:not([aria-hidden])'],
  ['satisfaction', <CsatTrend key="" customerId="acme" onDrilldown={noop} />, '.sw-panel:not([aria-hidden])'],
  ['volume', <TicketVolumeTrend key="" customerId="acme" onDrilldown={noop} />, '.sw-panel:not([aria-hidden])'],
  ['categories', <TopCategories key="" customerId="acme" onDrilldown={noop} />, '.sw-panel:not([aria-hidden])'],
  ['team', <TeamOverview key="" onDrilldown={noop} />, '.sw-team'],
  ['escalations', <EscalationTimeline key="" customerId="acme" onDrilldown={noop} />, '.sw-panel:not([aria-hidden])'],
  ['sync', <SyncStatus key="" />, '.sw-alert'],
  ['unmatched', <UnmatchedTickets key="" />, '.sw-alert'],
])('every word of the %s comes from the catalogue', async (_, widget, ready) => {
  const { screen } = await renderWidget(widget, api, { messages, locale: 'ru' });
  await expect.poll(() => document.querySelectorAll(`[aria-busy="false"] .sw-body ${ready}`).length).toBeGreaterThan(0);
  expect(foreignWords(screen.container)).toEqual([]);
  await openEverything(screen.container);
});

test('so does every word about alerts that have been dealt with', async () => {
  const { screen } = await renderWidget(<AlertFeed />, alertDesk(), { messages, locale: 'ru' });
  await expect.poll(() => document.querySelectorAll('article').length).toBeGreaterThan(2);
  for (const index of [0, 1, 2]) {
    const buttons = document.querySelectorAll('article')[index]?.querySelectorAll('button');
    (buttons?.[index === 1 ? 2 : 0] as HTMLElement | undefined)?.click();
  }
  await expect.poll(() => document.querySelectorAll('.sw-alert-settled').length).toBe(3);
  expect(foreignWords(screen.container)).toEqual([]);
});

test.each(['network', 'forbidden', 'not_ready', 'internal_error'])('and of the notice of %s', async (code) => {
  const { screen } = await renderWidget(
    <SupportOverview />,
    code === 'network' ? () => Response.error() : problem(500, code),
    { messages, locale: 'ru' },
  );
  await expect.poll(() => document.querySelectorAll('.sw-notice').length).toBe(1);
  expect(foreignWords(screen.container)).toEqual([]);
});

test('words a third longer than English, from right to left, neither push anything out of a side panel nor cover it', async () => {
  const arabic = pseudo(english, { language: 'ar' });
  for (const widget of [
    <SupportOverview key="1" />,
    <CustomerDetail key="2" customerId="acme" />,
    <AlertFeed key="3" />,
    <SyncStatus key="4" />,
    <UnmatchedTickets key="5" />,
  ]) {
    const { screen } = await renderWidget(widget, api, { messages: arabic, width: 320 });
    await expect.poll(() => document.querySelectorAll('.sw-panel:not([aria-hidden])').length).toBeGreaterThan(0);
    const root = screen.container.querySelector('.sw-root');
    expect(root?.getAttribute('dir')).toBe('rtl');
    expect(sticksOut(root)).toEqual([]);
    expect(root?.scrollWidth).toBe(320);
    await screen.unmount();
  }
});

/** What reaches over the edge of a widget, except for what only screen readers read and for names that are cut off. */
function sticksOut(root: Element | null): string[] {
  const box = root?.getBoundingClientRect();
  return [...(root?.querySelectorAll('*') ?? [])]
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return box && width > 1 && !element.closest('thead, bdi') && (left < box.left - 0.5 || right > box.right + 0.5);
    })
    .map(({ outerHTML }) => outerHTML.slice(0, 120));
}
