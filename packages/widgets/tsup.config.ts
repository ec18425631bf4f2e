import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { defineConfig } from 'tsup';
import { buildOptions } from '../../.ci/build-options.ts';

export default defineConfig({ ...buildOptions, onSuccess: writeStyles });

/** dist/styles.css is src/styles.css with what it imports; dist/styles.layered.css is the same in a layer, for Tailwind 4 hosts. */
async function writeStyles(): Promise<void> {
  const styles = await withImports('src/styles.css');
  await mkdir('dist', { recursive: true });
  await writeFile('dist/styles.css', styles);
  await writeFile('dist/styles.layered.css', `@layer cscx-support {\n${styles}}\n`);
}

async function withImports(path: string): Promise<string> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  const parts = lines.map(async (line) => {
    const imported = /^@import '(.+)';$/.exec(line)?.[1];
    return imported === undefined ? line : readFile(join(dirname(path), imported), 'utf8');
  });
  return (await Promise.all(parts)).join('\n');
}
