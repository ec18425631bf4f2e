import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { defineConfig } from 'tsup';
import { buildOptions } from '../../.ci/build-options.ts';

export default defineConfig({ ...buildOptions, onSuccess: writeStyles });

/** dist/styles.css is the source file; dist/styles.layered.css is the same rules in a layer, for Tailwind 4 hosts. */
async function writeStyles(): Promise<void> {
  const styles = await readFile('src/styles.css', 'utf8');
  await mkdir('dist', { recursive: true });
  await writeFile('dist/styles.css', styles);
  await writeFile('dist/styles.layered.css', `@layer cscx-support {\n${styles}}\n`);
}
