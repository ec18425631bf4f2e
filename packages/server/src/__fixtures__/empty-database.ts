import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

// The package manager's path names the version, so that another one makes another file.
const engine = createHash('sha256')
  .update(createRequire(import.meta.url).resolve('@electric-sql/pglite'))
  .digest('hex');
const cache = fileURLToPath(new URL(`../../node_modules/.cache/empty-pglite-${engine}.tar`, import.meta.url));

/** Making a database takes seconds, unpacking an empty one a fraction of that: test files share one that is kept. */
export const emptyDatabase = async (): Promise<Blob> => {
  try {
    return new Blob([await readFile(cache)]);
  } catch {
    const pglite = await PGlite.create();
    const dump = await pglite.dumpDataDir('none');
    await pglite.close();
    await mkdir(dirname(cache), { recursive: true });
    const draft = `${cache}.${randomUUID()}`;
    await writeFile(draft, Buffer.from(await dump.arrayBuffer()));
    await rename(draft, cache);
    return dump;
  }
};
