import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { Alias } from 'vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import type { BrowserConfigOptions } from 'vitest/node';
import { chromiumLaunchOptions, isChromiumPacked } from './.ci/chromium.ts';
import { CountingReporter } from './.ci/reporter.ts';

/** Groups run one after the other, so that a browser does not compete with the node tests for the processor. */
const group = { node: 0, widgets: 1, react18: 2, stories: 3, screenshots: 4, examples: 5 };

/**
 * Where widgets meet React: every one of them mounted, hydrated and unmounted, effects, refs, portals, the browser's own
 * popovers and toggles, focus, errors. Shaping, words, layout and colours are the same in any React.
 */
const meetsReact = ['alerts/acting-on-alerts', 'parts/*', 'provider/!(*.node)'].map(
  (path) => `packages/widgets/src/${path}.test.{ts,tsx}`,
);

export default defineConfig({
  test: {
    reporters: ['default', new CountingReporter()],
    // Many tests wait for processes of their own: on two cores, one worker leaves one of them idle.
    maxWorkers: 2,
    projects: [
      // Their files leave nothing behind for one another: a worker of its own for each would take a minute in all.
      nodeProject('core', { isolate: false }),
      nodeProject('client'),
      // Where code of WebAssembly is thrown away, as that of hundreds of embedded databases is, Node 24 may crash
      // (nodejs/node#64500): it is kept. As in short commands, it is not compiled anew.
      nodeProject('server', {
        isolate: false,
        execArgv: ['--no-wasm-code-gc', '--wasm-tiering-budget=1000000000'],
      }),
      {
        plugins: [react()],
        // Found in the middle of a run, they would make the page load anew.
        optimizeDeps: { include: ['react-dom/client', 'react-dom/server'] },
        test: {
          name: 'widgets',
          provide: { reactMajor: '19' },
          include: ['packages/widgets/src/**/*.test.{ts,tsx}'],
          exclude: ['**/*.node.test.tsx'],
          browser: inChromium(),
          sequence: { groupOrder: group.widgets },
        },
      },
      // What a server does with widgets.
      widgetsServerProject('19'),
      widgetsServerProject('18'),
      {
        plugins: [react()],
        resolve: { alias: react18('browser') },
        cacheDir: 'node_modules/.vite/react-18',
        optimizeDeps: { include: ['react-dom/client', 'react-dom/server'] },
        test: {
          name: 'widgets-react-18',
          provide: { reactMajor: '18' },
          include: meetsReact,
          browser: inChromium(),
          sequence: { groupOrder: group.react18 },
        },
      },
      storiesProject('dark', group.stories),
      storiesProject('light', group.stories),
      ...(isChromiumPacked ? [screenshotsProject()] : []),
      {
        test: {
          name: 'examples',
          include: ['examples/**/*.test.ts', 'packages/widgets/host/*.test.ts'],
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

function nodeProject(
  name: string,
  options: { isolate?: boolean; execArgv?: string[] } = {},
): TestProjectInlineConfiguration {
  return {
    test: {
      ...options,
      name,
      include: [`packages/${name}/{src,vectors}/**/*.test.ts`],
      // Some start a process after the other; a machine may be slow.
      testTimeout: 60_000,
      hookTimeout: 60_000,
      sequence: { groupOrder: group.node },
    },
  };
}

/** The oldest React that the widgets run in, whoever imports it; the newest is what everything else is tested with. */
function react18(platform: 'browser' | 'node'): Alias[] {
  const folder = fileURLToPath(new URL('.ci/react-18/node_modules/', import.meta.url));
  return [
    // The one entry that differs by platform: a path does not go through the package's `exports`.
    { find: /^react-dom\/server$/, replacement: `${folder}react-dom/server.${platform}.js` },
    { find: /^(react|react-dom)(\/.+)?$/, replacement: `${folder}$1$2` },
  ];
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

function widgetsServerProject(reactMajor: '18' | '19'): TestProjectInlineConfiguration {
  return {
    plugins: [react()],
    resolve: reactMajor === '18' ? { alias: react18('node') } : {},
    test: {
      name: reactMajor === '18' ? 'widgets-server-react-18' : 'widgets-server',
      provide: { reactMajor },
      // What is left to Node finds the newest React.
      server: { deps: { inline: reactMajor === '18' ? [/@visx/] : [] } },
      include: ['packages/widgets/src/**/*.node.test.tsx'],
      sequence: { groupOrder: group.node },
    },
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

/** Pictures of one Chromium are no measure for another: other platforms, and who brings a browser, compare none. */
function screenshotsProject(): TestProjectInlineConfiguration {
  return {
    plugins: [react()],
    optimizeDeps: { include: ['react-dom/client', 'react-dom/server'] },
    test: {
      name: 'screenshots',
      include: ['packages/widgets/screenshots/*.test.tsx'],
      browser: {
        ...inChromium(),
        expect: {
          toMatchScreenshot: {
            resolveScreenshotPath: ({ arg, ext, root, testFileDirectory }) =>
              join(root, testFileDirectory, `${arg}${ext}`),
            // Another processor may round a shade otherwise: `threshold` lets a few steps of 255 pass. The same build
            // draws all else the same, so one pixel in a thousand is generous.
            comparatorName: 'pixelmatch',
            comparatorOptions: { threshold: 0.03, allowedMismatchedPixelRatio: 0.001 },
          },
        },
      },
      sequence: { groupOrder: group.screenshots },
    },
  };
}
