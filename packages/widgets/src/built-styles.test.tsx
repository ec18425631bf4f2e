import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Locator } from 'vitest/browser';
import { alertDesk } from './__fixtures__/alert-desk.js';
import { json, never, problem } from './__fixtures__/answers.js';
import { NOW } from './__fixtures__/clock.js';
import { renderWidget } from './__fixtures__/render-widget.js';
import { AlertFeed } from './alerts/index.js';
import { english } from './messages/en.js';

/** What hosts import; of the last build. */
const built = {
  all: new URL('../dist/styles.css', import.meta.url),
  allLayered: new URL('../dist/styles.layered.css', import.meta.url),
  alerts: new URL('../dist/alerts/styles.css', import.meta.url),
  alertsLayered: new URL('../dist/alerts/styles.layered.css', import.meta.url),
};

/** The styles that tests import give way to one of the built files. */
async function styleWith(url: URL): Promise<CSSStyleSheet> {
  document.querySelector('link[data-built]')?.remove();
  for (const sheet of document.styleSheets) sheet.disabled = true;
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url.href });
  link.dataset['built'] = '';
  await new Promise((resolve, reject) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', reject);
    document.head.append(link);
  });
  if (!link.sheet) throw new Error(`${url.pathname} has no rules`);
  return link.sheet;
}

afterEach(() => {
  document.querySelector('link[data-built]')?.remove();
  for (const sheet of document.styleSheets) sheet.disabled = false;
});

/** Everything that the styles say about every element: `P.sw-notice color: red`. Tokens count where something reads them. */
function look(): string[] {
  for (const animation of document.getAnimations()) animation.cancel();
  return [...document.querySelectorAll('.sw-root, .sw-root *')].flatMap((element) => {
    const style = getComputedStyle(element);
    const name = `${element.tagName}.${element.getAttribute('class')}`;
    return [...style]
      .filter((property) => !property.startsWith('--'))
      .map((property) => `${name} ${property}: ${style.getPropertyValue(property)}`);
  });
}

function selectors(rules: CSSRuleList): string[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSStyleRule) return [rule.selectorText];
    return rule instanceof CSSGroupingRule ? selectors(rule.cssRules) : [];
  });
}

const namesIn = (rules: Iterable<CSSRule>): string[] => {
  const text = [...rules].map(({ cssText }) => cssText).join('');
  return [...new Set(text.match(/\.sw-[\w-]+|--sw-[\w-]+(?=:)/g))].toSorted();
};

test('a build loses no class and no token of the sources', async () => {
  const sources = namesIn([...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]));
  expect(sources).toContain('--sw-accent');
  expect(namesIn((await styleWith(built.all)).cssRules)).toEqual(sources);
});

test.each([
  ['styles.layered.css', built.all, built.allLayered] as const,
  ['alerts/styles.layered.css', built.alerts, built.alertsLayered] as const,
])('%s is one layer of the same rules', async (_, plain, layered) => {
  const rules = selectors((await styleWith(plain)).cssRules);
  const [layer, ...others] = (await styleWith(layered)).cssRules;
  expect(others).toEqual([]);
  expect(layer).toBeInstanceOf(CSSLayerBlockRule);
  const { name, cssRules } = layer as CSSLayerBlockRule;
  expect(name).toBe('cscx-support');
  expect(selectors(cssRules)).toEqual(rules);
});

// The pointer, wherever the test before has left it, would colour what is below it, now or a frame later.
beforeEach(() => {
  document.documentElement.style.pointerEvents = 'none';
});
afterEach(() => {
  document.documentElement.style.pointerEvents = '';
});

const failing = (request: Request): Promise<Response> | Response =>
  request.method === 'GET' ? alertDesk()(request) : problem(500, 'internal_error')(request);

test.each([
  ['loading', never, 'Loading Alerts…'],
  ['broken', problem(500, 'internal_error'), 'Try again'],
  ['empty', json({ alerts: [], next_cursor: null, data_as_of: NOW }), english.alerts.empty],
] as const)('an alert feed that is %s looks the same with its own styles alone', async (_, answer, text) => {
  const { screen } = await renderWidget(<AlertFeed />, answer);
  await expect.element(screen.getByText(text)).toBeInTheDocument();
  await expectSameLook();
});

test.each([320, 1000])('an alert feed at work looks the same with its own styles alone, %s px wide', async (width) => {
  const { screen } = await renderWidget(<AlertFeed onDrilldown={() => undefined} />, alertDesk(), {
    width,
    theme: 'cscx',
  });
  await press(screen.getByRole('button', { name: /^Acknowledge: Ticket spike/ }));
  await expect.element(screen.getByRole('button', { name: /^Undo/ }).first()).toBeVisible();
  await press(screen.getByRole('button', { name: /^Snooze: / }).first());
  await expect.element(screen.getByRole('dialog')).toBeVisible();
  await expectSameLook();
});

test('an action that was refused looks the same with the styles of the alert feed alone', async () => {
  const { screen } = await renderWidget(<AlertFeed />, failing, { theme: 'light' });
  await press(screen.getByRole('button', { name: /^Acknowledge: Ticket spike/ }));
  await expect.element(screen.getByRole('alert')).toBeVisible();
  await expectSameLook();
});

/** Without the pointer, which would stay there. */
async function press(button: Locator): Promise<void> {
  await expect.element(button).toBeVisible();
  (button.element() as HTMLElement).click();
}

async function expectSameLook(): Promise<void> {
  await styleWith(built.all);
  const whole = look();
  await styleWith(built.alerts);
  const part = look();
  expect(whole.length).toBeGreaterThan(10_000);
  expect(part).toHaveLength(whole.length);
  expect(part.filter((line, index) => line !== whole[index])).toEqual([]);
}
