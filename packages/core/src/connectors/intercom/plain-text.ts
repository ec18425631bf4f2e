const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

/** More than any subject needs; a mail of megabytes costs no more than this. */
const LONGEST = 4000;

/**
 * The text of a piece of HTML as one line. It is for showing as text, never as HTML. A `<` that is not followed by a
 * letter, `/` or `!` is no tag: "a < b" stays. Each character is looked at once, whatever the input.
 *
 * @example
 * plainText('<p>Export &amp; import<br>fail</p>'); // 'Export & import fail'
 */
export const plainText = (html: string): string => {
  const text = html.slice(0, LONGEST);
  if (!/[<&\s]/.test(text)) return text;
  let plain = '';
  let from = 0;
  for (;;) {
    const open = text.indexOf('<', from);
    if (open === -1) break;
    if (!/[a-z/!]/i.test(text[open + 1] ?? '')) {
      plain += text.slice(from, open + 1);
      from = open + 1;
      continue;
    }
    const close = text.indexOf('>', open);
    if (close === -1) break;
    plain += `${text.slice(from, open)} `;
    from = close + 1;
  }
  plain += text.slice(from);
  return plain
    .replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
};
