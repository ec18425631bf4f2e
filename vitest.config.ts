import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import type { BrowserConfigOptions } from 'vitest/node';
import { chromiumLaunchOptions } from './.ci/chromium.ts';
import { CountingReporter } from './.ci/reporter.ts';

/** Groups run one after the other, so that a browser does not compete with the node tests for the processor. */
const group = { node: 0, widgets: 1, storiesDark: 2, storiesLight: 3, examples: 4 };

export default defineConfig({
  test: {
    reporters: ['default', new CountingReporter()],
    // Many tests wait for processes of their own: on two cores, one worker leaves one of them idle.
    maxWorkers: 2,
    projects: [
      // Their files leave nothing behind for one another: a worker of its own for each would take a minute in all.
      nodeProject('core', { isolate: false }),
      nodeProject('client'),
      nodeProject('server', { isolate: false }),
      {
        plugins: [react()],
        // Found in the middle of a run, they would make the page load anew.
        optimizeDeps: { include: ['react-dom/client', 'react-dom/server'] },
        test: {
          name: 'widgets',
          include: ['packages/widgets/src/**/*.test.{ts,tsx}'],
          exclude: ['**/*.node.test.tsx'],
          browser: inChromium(),
          sequence: { groupOrder: group.widgets },
        },
      },
      {
        // What a server does with widgets.
        plugins: [react()],
        test: {
          name: 'widgets-server',
          include: ['packages/widgets/src/**/*.node.test.tsx'],
          sequence: { groupOrder: group.node },
        },
      },
      storiesProject('dark', group.storiesDark),
      storiesProject('light', group.storiesLight),
      {
        test: {
          name: 'examples',
          include: ['examples/**/*.test.ts'],
          // These start a server and a browser.
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A page's first second may be another process's turn.
          expect: { poll: { timeout: 10_000 } },
          sequence: { groupOrder: group.examples },
        },
      },
    ],
  },
});

function nodeProject(name: string, options: { isolate?: boolean } = {}): TestProjectInlineConfiguration {
  return {
    test: {
      ...options,
      name,
      include: [`packages/${name}/{src,vectors}/**/*.test.ts`],
      testTimeout: 20_000,
      hookTimeout: 60_000,
      sequence: { groupOrder: group.node },
    },
  };
}

/** A new object for each project: Vitest writes into it. */
function inChromium(): BrowserConfigOptions {
  return {
    enabled: true,
    headless: true,
    instances: [{ browser: 'chromium' }],
    provider: playwright({ launchOptions: chromiumLaunchOptions() }),
    screenshotFailures: false,
  };
}

/** Every story is a test: it renders, its play function passes and axe finds nothing. Colours differ, so once a theme. */
function storiesProject(theme: 'dark' | 'light', groupOrder: number): TestProjectInlineConfiguration {
  return {
    plugins: [
      react(),
      storybookTest({ configDir: fileURLToPath(new URL('.storybook', import.meta.url)), initialGlobals: { theme } }),
    ],
    test: {
      name: `stories-${theme}`,
      isolate: false,
      browser: inChromium(),
      sequence: { groupOrder },
    },
  };
}
