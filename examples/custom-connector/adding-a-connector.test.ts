import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const code = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(`./${name}`))
  .join('\n');

const snippets = [...read('../../docs/adding-a-connector.md').matchAll(/^```ts\n(.*?)^```$/gms)].map(
  ([, text]) => text ?? '',
);

test.each(snippets.slice(0, -1))('the guide shows what stands here: %s', (snippet) => {
  expect(code).toContain(snippet);
});

test('the guide shows code', () => {
  expect(snippets.length).toBeGreaterThan(5);
});
