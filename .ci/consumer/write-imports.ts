// Writes two files that import every entry point the packages publish, for the two ways hosts resolve modules.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Manifest {
  name: string;
  exports: Record<string, string | { types: string }>;
}

const browserPackages = ['core', 'client', 'widgets'];
const outputFolder = new URL('imports/', import.meta.url);

mkdirSync(outputFolder, { recursive: true });
writeImports('bundler.ts', browserPackages);
writeImports('nodenext.ts', [...browserPackages, 'server']);

function writeImports(fileName: string, packageNames: readonly string[]): void {
  const lines = packageNames
    .flatMap(entryPoints)
    .map((entry, index) => `import * as entry${index} from '${entry}';\nvoid entry${index};\n`);
  writeFileSync(new URL(fileName, outputFolder), lines.join(''));
}

function entryPoints(packageName: string): string[] {
  const path = fileURLToPath(new URL(`../../packages/${packageName}/package.json`, import.meta.url));
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  return Object.entries(manifest.exports)
    .filter(([, target]) => typeof target === 'object')
    .map(([subpath]) => manifest.name + subpath.slice(1));
}
