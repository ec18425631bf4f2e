import type { Browser, Page } from 'playwright';
import type { Answer } from '../src/__fixtures__/answers.js';
import { NOW } from '../src/__fixtures__/clock.js';

/** A host's page, and what went wrong in it. */
export interface HostPage {
  page: Page;
  /** Violations of the content security policy, errors and warnings on the console, uncaught exceptions. */
  problems: string[];
}

/** Opens a page whose API answers as told. What a policy refuses never gets as far. */
export const openHostPage = async (browser: Browser, answer: Answer): Promise<HostPage> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  await page.exposeFunction('noteViolation', (text: string) => problems.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) => {
      const { noteViolation } = globalThis as unknown as { noteViolation: (text: string) => void };
      noteViolation(`${effectiveDirective} refused ${blockedURI} of ${sourceFile}`);
    });
  });
  await page.clock.setFixedTime(NOW);
  await page.route('**/api/**', async (route) => {
    const asked = route.request();
    const request = new Request(asked.url(), { method: asked.method(), body: asked.postData() });
    const response = await answer(request);
    await route.fulfill({
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      body: await response.text(),
    });
  });
  return { page, problems };
};
