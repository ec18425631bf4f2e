import { expect, test } from 'vitest';
import { json } from './__fixtures__/answers.js';
import { syncStatus } from './__fixtures__/connections.js';
import { everyWidget } from './__fixtures__/every-widget.js';
import { teamPortfolio } from './__fixtures__/metrics.js';
import { renderWidget } from './__fixtures__/render-widget.js';
import { wholeApi } from './__fixtures__/whole-api.js';

/** Where the API of all has more or less to say than is usual. */
const ordinary: Readonly<Record<string, unknown>> = {
  SyncStatus: { ...syncStatus, connections: syncStatus.connections.slice(0, 5) },
  TeamOverview: teamPortfolio,
};

test.each(Object.entries(everyWidget))(
  'the skeleton of %s is as high as what takes its place',
  async (name, widget) => {
    const { promise: isAsked, resolve: answer } = Promise.withResolvers<void>();
    const api = name in ordinary ? json(ordinary[name]) : wholeApi();
    const { screen } = await renderWidget(widget, async (request) => {
      await isAsked;
      return api(request);
    });
    const box = screen.container.firstElementChild as HTMLElement;
    const count = (selector: string): number => box.querySelectorAll(selector).length;
    const heightAt = (width: number): number => {
      box.style.width = `${width}px`;
      return box.offsetHeight;
    };
    const [desk, wide, narrow] = [heightAt(1280), heightAt(1024), heightAt(320)];
    expect(count('.sw-skeleton')).toBe(1);

    answer();
    await expect.poll(() => count('[aria-busy="true"], .sw-skeleton, .sw-chart-plot:empty')).toBe(0);
    // Once they know their width, long tables change between rows and cards.
    await expect.poll(() => Math.abs(1 - narrow / heightAt(320))).toBeLessThan(0.1);
    await expect.poll(() => Math.abs(1 - wide / heightAt(1024))).toBeLessThan(0.1);
    await expect.poll(() => Math.abs(1 - desk / heightAt(1280))).toBeLessThan(0.1);
  },
);
