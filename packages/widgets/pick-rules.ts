/** What stands in the parentheses of a selector: `:not(.a, :is(.b))`. */
const ARGUMENTS = /\((?:[^()]|\([^()]*\))*\)/g;

/** One of a list, with the commas of its parentheses. */
const SELECTOR = /(?:[^,()]|\((?:[^()]|\([^()]*\))*\))+/g;

/**
 * Leaves out of a stylesheet, which has no comments, the rules for elements that a page does not have.
 *
 * @param isUsed - whether the page has elements of a class
 */
export function pickRules(styles: string, isUsed: (className: string) => boolean): string {
  return blocks(styles)
    .map(({ head, body }) => {
      if (/^@(media|container)/.test(head)) {
        const picked = pickRules(body, isUsed);
        return picked === '' ? '' : `${head}{${picked}}`;
      }
      if (head.startsWith('@')) return `${head}{${body}}`;
      const selectors = (head.match(SELECTOR) ?? []).filter((selector) => classesOf(selector).every(isUsed));
      return selectors.length === 0 ? '' : `${selectors.join(',')}{${body}}`;
    })
    .join('');
}

/** Leaves out custom properties that are set and never read. */
export const usedTokens = (styles: string): string =>
  styles.replaceAll(/(--[\w-]+):[^;{}]+(?:;|(?=\}))/g, (declaration, name) =>
    styles.includes(`var(${name}`) ? declaration : '',
  );

/** Classes without which a selector finds nothing; those in parentheses may be one of several, or none at all. */
const classesOf = (selector: string): string[] =>
  [...selector.replaceAll(ARGUMENTS, '').matchAll(/\.([\w-]+)/g)].flatMap(([, name]) => name ?? []);

function blocks(styles: string): { head: string; body: string }[] {
  const found: { head: string; body: string }[] = [];
  let depth = 0;
  let start = 0;
  let open = 0;
  for (const { 0: brace, index } of styles.matchAll(/[{}]/g)) {
    if (brace === '{' && depth === 0) open = index;
    depth += brace === '{' ? 1 : -1;
    if (depth > 0) continue;
    found.push({ head: styles.slice(start, open).trim(), body: styles.slice(open + 1, index) });
    start = index + 1;
  }
  return found;
}
