import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LaunchOptions } from 'playwright';

const rootFolder = fileURLToPath(new URL('..', import.meta.url));
const cacheFolder = join(rootFolder, 'node_modules', '.cache', 'chromium');

const launchArguments = ['--no-sandbox', '--disable-setuid-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];

/** Whether tests run in the Chromium that is packed: the same build, with the same fonts, on every such machine. */
export const isChromiumPacked = !process.env['CHROME_PATH'] && process.platform === 'linux' && process.arch === 'x64';

/**
 * How tests start Chromium on a machine that has none: from the binary that @sparticuz/chromium carries for Linux x64,
 * with its own shared libraries and fonts, so that nothing is installed and text has the same width everywhere.
 * CHROME_PATH wins. On other platforms Playwright looks for its own browser (`npx playwright install chromium`).
 */
export function chromiumLaunchOptions(): LaunchOptions {
  const chromePath = process.env['CHROME_PATH'];
  if (chromePath) return { executablePath: chromePath, args: launchArguments, headless: true };
  if (!isChromiumPacked) return { args: launchArguments, headless: true };

  const folder = unpackedChromium();
  return {
    executablePath: join(folder, 'chromium'),
    args: launchArguments,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
    headless: true,
  };
}

/**
 * The package unpacks straight into the system's temporary folder, where two processes that start together, or one that
 * is killed, leave a broken binary for all later runs. So each unpack has a folder of its own and is renamed when whole.
 */
function unpackedChromium(): string {
  const folder = join(cacheFolder, packedVersion());
  if (existsSync(folder)) return folder;

  mkdirSync(cacheFolder, { recursive: true });
  removeAbandonedUnpacks();
  const unpackFolder = mkdtempSync(join(cacheFolder, 'unpack-'));
  // A child process, because importing the package changes the environment of the process that does it.
  const unpack = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', "await (await import('@sparticuz/chromium')).default.executablePath();"],
    {
      cwd: rootFolder,
      // Naming the runtime makes the package unpack the shared libraries too; it has to be set before the import.
      env: { ...process.env, TMPDIR: unpackFolder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
      encoding: 'utf8',
    },
  );
  if (unpack.status !== 0) {
    rmSync(unpackFolder, { recursive: true, force: true });
    throw new Error(`Chromium could not be unpacked: ${unpack.error?.message ?? unpack.stderr}`);
  }
  writeFileSync(join(unpackFolder, 'fonts', 'fonts.conf'), fontsConfiguration(folder));
  chmodSync(unpackFolder, 0o755);
  chmodSync(join(unpackFolder, 'chromium'), 0o755);

  try {
    renameSync(unpackFolder, folder);
  } catch (error) {
    rmSync(unpackFolder, { recursive: true, force: true });
    // Another process was faster, and its copy is as good.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function removeAbandonedUnpacks(): void {
  const tenMinutesAgo = Date.now() - 10 * 60_000;
  for (const name of readdirSync(cacheFolder)) {
    const path = join(cacheFolder, name);
    const isAbandoned =
      name.startsWith('unpack-') && (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < tenMinutesAgo;
    if (isAbandoned) rmSync(path, { recursive: true, force: true });
  }
}

function packedVersion(): string {
  const { resolve } = createRequire(import.meta.url);
  const packageFile = join(dirname(resolve('@sparticuz/chromium')), '..', 'package.json');
  return (createRequire(import.meta.url)(packageFile) as { version: string }).version;
}

// The package's own file names a folder of the system's temporary directory. "relative" is relative to this file; it
// exists for <dir> only.
const fontsConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir>${join(folder, 'fonts', 'cache')}</cachedir>
</fontconfig>
`;
