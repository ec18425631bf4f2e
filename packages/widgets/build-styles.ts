import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { pickRules, usedTokens } from './pick-rules.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

/**
 * Writes dist/styles.css: src/styles.css with what it imports, without comments and white space; in dist/alerts the rules
 * of it that `AlertFeed` needs; and beside each the same in a layer, for Tailwind 4 hosts.
 */
export async function writeStyles(): Promise<void> {
  const [{ source: styles }, { code }] = await Promise.all([
    bundled('src/styles.css', 'asset'),
    bundled('src/alerts/index.ts', 'chunk'),
  ]);
  const all = String(styles).trim();
  const named = new Set(code.match(/\bsw-[a-z-]+/g));
  // A class such as `sw-button-${kind}` is named by its beginning.
  const isUsed = (name: string): boolean =>
    named.has(name) || [...named].some((start) => start.endsWith('-') && name.startsWith(start));
  await Promise.all([write('', all), write('alerts', usedTokens(pickRules(all, isUsed)))]);
}

async function write(subpath: string, styles: string): Promise<void> {
  const path = join(folder, 'dist', subpath);
  await mkdir(path, { recursive: true });
  await writeFile(join(path, 'styles.css'), `${styles}\n`);
  await writeFile(join(path, 'styles.layered.css'), `@layer cscx-support{${styles}}\n`);
}

type Output = Rolldown.OutputAsset | Rolldown.OutputChunk;

/** What becomes of a file in a host's bundle, without the packages that it imports; CSS for no browser in particular, so that it stays as it was written. */
async function bundled<Type extends Output['type']>(
  path: string,
  type: Type,
): Promise<Extract<Output, { type: Type }>> {
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      cssTarget: 'esnext',
      cssMinify: 'lightningcss',
      minify: false,
      lib: type === 'chunk' ? { entry: join(folder, path), formats: ['es'] } : false,
      rolldownOptions: type === 'chunk' ? { external: /^[^./]/ } : { input: join(folder, path) },
    },
  });
  const output = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  const isWanted = (each: Output): each is Extract<Output, { type: Type }> => each.type === type;
  const found = output.find(isWanted);
  if (!found) throw new Error(`${path} gave no ${type}`);
  return found;
}
