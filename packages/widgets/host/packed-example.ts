import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pnpm } from './pnpm.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const example = join(root, 'examples', 'embed-react');
const packages = ['core', 'client', 'widgets'];

/** A copy of `examples/embed-react` outside of the workspace. */
export interface PackedExample {
  folder: string;
  remove: () => Promise<void>;
}

/**
 * Copies the example into a folder of its own and installs it as a host would after a release, from what `pnpm publish`
 * would send to the registry. All other packages keep the versions of the workspace's lockfile, so they are in the store.
 */
export const installPackedExample = async (): Promise<PackedExample> => {
  const folder = await mkdtemp(join(tmpdir(), 'cscx-embed-react-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await cp(example, folder, {
      recursive: true,
      filter: (path) => !['node_modules', 'dist'].includes(basename(path)),
    });
    const tarballs = await pack(join(folder, 'tarballs'));
    await writeManifest(folder, tarballs);
    await writeFile(join(folder, 'pnpm-workspace.yaml'), JSON.stringify(settings(tarballs)));
    await writeFile(join(folder, 'pnpm-lock.yaml'), lockfileOfExample(await readText(root, 'pnpm-lock.yaml')));
    await pnpm(folder, 'install', '--prefer-offline', '--no-frozen-lockfile');
    return { folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
};

const readText = (...path: string[]): Promise<string> => readFile(join(...path), 'utf8');

/** What npm would get, by the names of the packages. */
async function pack(folder: string): Promise<Record<string, string>> {
  await mkdir(folder);
  const filters = packages.flatMap((name) => ['--filter', `@cscx/support-${name}`]);
  await pnpm(root, '-r', ...filters, 'pack', '--pack-destination', folder);
  const files = await readdir(folder);
  return Object.fromEntries(
    packages.map((name) => {
      const file = files.find((each) => each.startsWith(`cscx-support-${name}-`));
      return [`@cscx/support-${name}`, `file:${join(folder, file ?? '')}`];
    }),
  );
}

async function writeManifest(folder: string, tarballs: Readonly<Record<string, string>>): Promise<void> {
  const manifest = JSON.parse(await readText(folder, 'package.json')) as { dependencies: Record<string, string> };
  const dependencies = Object.entries(manifest.dependencies).map(([name, range]) => [
    name,
    range.startsWith('workspace:') ? tarballs[name] : range,
  ]);
  const ofHost = { ...manifest, dependencies: Object.fromEntries(dependencies) };
  await writeFile(join(folder, 'package.json'), JSON.stringify(ofHost));
}

/** JSON is YAML. The packages name each other by version, which no registry has before a release. */
const settings = (tarballs: Readonly<Record<string, string>>): object => ({
  packages: ['.'],
  pmOnFail: 'ignore',
  strictPeerDependencies: true,
  allowBuilds: { esbuild: false },
  overrides: tarballs,
});

/** The workspace's lockfile as if the example were all there is. */
function lockfileOfExample(lockfile: string): string {
  const own = /^ {2}examples\/embed-react:\n((?: {4}.*\n|\n)*)/m.exec(lockfile)?.[1];
  const resolved = lockfile.slice(lockfile.indexOf('\npackages:\n'));
  if (own === undefined) throw new Error('the lockfile does not know examples/embed-react');
  return `lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n${own}${resolved}`;
}
