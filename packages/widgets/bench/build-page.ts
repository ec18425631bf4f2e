import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

/** A page as one text, so that nothing is measured but what it runs. */
export interface BuiltPage {
  html: string;
  /** Bytes of its script, gzip. */
  size: number;
}

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Bundles a page as a host does for production, with one React for everybody and our styles on every page. */
export async function buildPage(name: string): Promise<BuiltPage> {
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { dedupe: ['react', 'react-dom'] },
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: `${folder}pages/${name}.tsx`, output: { format: 'iife' } },
    },
  });
  const [{ output }] = [built].flat() as Rolldown.RolldownOutput[] as [Rolldown.RolldownOutput];
  const [{ code }] = output;
  const styles = await readFile(new URL('../dist/styles.css', import.meta.url), 'utf8');
  const script = code.replaceAll('</script', String.raw`<\/script`);
  return {
    html: `<!doctype html><style>${styles}</style><body><div id="root"></div><script>${script}</script></body>`,
    size: gzipSync(code, { level: 9 }).length,
  };
}
