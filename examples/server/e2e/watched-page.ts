import type { Browser, BrowserContextOptions, Page } from 'playwright';

/** A page of a browser, and what went wrong in it. */
export interface WatchedPage {
  page: Page;
  /** Errors on the console, uncaught exceptions, violations of the content security policy. */
  problems: string[];
}

/** Opens a page that keeps note of everything a person would find in the console. */
export const openWatchedPage = async (browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  const problems: string[] = [];
  // Chromium reports a violated policy as an error on the console.
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  return { page, problems };
};
