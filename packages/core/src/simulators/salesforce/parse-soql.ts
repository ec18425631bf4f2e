/** A value in a query. */
export type SoqlLiteral = string | number | boolean | null | { moment: number };

/** What a row has to fulfil. */
export type SoqlCondition =
  | { kind: 'and' | 'or'; parts: SoqlCondition[] }
  | { kind: 'compare'; field: string; operator: '=' | '!=' | '<' | '<=' | '>' | '>='; value: SoqlLiteral }
  | { kind: 'in'; field: string; values: SoqlLiteral[] };

/** A query. */
export interface SoqlQuery {
  /** Null for `COUNT()`. */
  select: string[] | null;
  object: string;
  where: SoqlCondition | null;
  order: { field: string; isDescending: boolean }[];
  limit: number | null;
}

/** A query that is no SOQL; answered with `MALFORMED_QUERY`. */
export class MalformedSoql extends Error {}

const TOKEN =
  /\s*(?:('(?:[^'\\]|\\.)*')|(\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d))|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w.]*(?:\(\))?)|(<=|>=|!=|[=<>(),]))/y;

type Token = { kind: 'text' | 'moment' | 'number' | 'word' | 'sign'; text: string };

const KINDS = ['text', 'moment', 'number', 'word', 'sign'] as const;

const tokenize = (soql: string): Token[] => {
  const tokens: Token[] = [];
  const end = soql.trimEnd().length;
  TOKEN.lastIndex = 0;
  for (let at = 0; at < end; at = TOKEN.lastIndex) {
    const match = TOKEN.exec(soql);
    const index = match ? match.slice(1).findIndex((part) => part !== undefined) : -1;
    const kind = KINDS[index];
    if (!match || kind === undefined) throw new MalformedSoql(`unexpected token at ${at}`);
    tokens.push({ kind, text: match[index + 1] ?? '' });
  }
  return tokens;
};

/** Reads tokens one after the other. */
interface TokenReader {
  isWord(word: string): boolean;
  take(kind?: Token['kind'], text?: string): Token;
  peek(): Token | undefined;
}

const readerOf = (tokens: readonly Token[]): TokenReader => {
  let at = 0;
  return {
    peek: () => tokens[at],
    isWord(word) {
      const token = tokens[at];
      if (token?.kind !== 'word' || token.text.toUpperCase() !== word) return false;
      at += 1;
      return true;
    },
    take(kind, text) {
      const token = tokens[at];
      const fits = token && (kind === undefined || token.kind === kind) && (text === undefined || token.text === text);
      if (!token || !fits) throw new MalformedSoql(`unexpected token: ${token?.text ?? '<EOF>'}`);
      at += 1;
      return token;
    },
  };
};

const WORDS: Readonly<Record<string, boolean | null>> = { TRUE: true, FALSE: false, NULL: null };

const literal = (reader: TokenReader): SoqlLiteral => {
  const { kind, text } = reader.take();
  if (kind === 'text') return text.slice(1, -1).replaceAll(/\\(.)/g, '$1');
  if (kind === 'moment') return { moment: Date.parse(text) };
  if (kind === 'number') return Number(text);
  const value = kind === 'word' ? WORDS[text.toUpperCase()] : undefined;
  if (value === undefined) throw new MalformedSoql(`unexpected token: ${text}`);
  return value;
};

const OPERATORS = new Set(['=', '!=', '<', '<=', '>', '>=']);

const simple = (reader: TokenReader): SoqlCondition => {
  if (reader.peek()?.text === '(') {
    reader.take('sign', '(');
    const inner = condition(reader);
    reader.take('sign', ')');
    return inner;
  }
  const field = reader.take('word').text;
  if (reader.isWord('IN')) {
    reader.take('sign', '(');
    const values = [literal(reader)];
    while (reader.peek()?.text === ',') {
      reader.take('sign', ',');
      values.push(literal(reader));
    }
    reader.take('sign', ')');
    return { kind: 'in', field, values };
  }
  const { text: operator } = reader.take('sign');
  if (!OPERATORS.has(operator)) throw new MalformedSoql(`unexpected token: ${operator}`);
  return { kind: 'compare', field, operator: operator as '=', value: literal(reader) };
};

/** `AND` and `OR` may not stand side by side without parentheses. */
const condition = (reader: TokenReader): SoqlCondition => {
  const first = simple(reader);
  const kind = reader.isWord('AND') ? 'and' : reader.isWord('OR') ? 'or' : null;
  if (kind === null) return first;
  const parts = [first, simple(reader)];
  while (reader.isWord(kind.toUpperCase())) parts.push(simple(reader));
  return { kind, parts };
};

const list = <Item>(reader: TokenReader, item: () => Item): Item[] => {
  const items = [item()];
  while (reader.peek()?.text === ',') {
    reader.take('sign', ',');
    items.push(item());
  }
  return items;
};

const orderItem = (reader: TokenReader) => {
  const field = reader.take('word').text;
  const isDescending = reader.isWord('DESC');
  if (!isDescending) reader.isWord('ASC');
  return { field, isDescending };
};

/**
 * Reads the part of SOQL that the connector speaks.
 *
 * @throws MalformedSoql for anything else
 */
export const parseSoql = (soql: string): SoqlQuery => {
  const reader = readerOf(tokenize(soql));
  const expectWord = (word: string): void => {
    if (!reader.isWord(word)) throw new MalformedSoql(`expecting ${word}`);
  };
  expectWord('SELECT');
  const isCount = reader.isWord('COUNT()');
  const select = isCount ? null : list(reader, () => reader.take('word').text);
  expectWord('FROM');
  const object = reader.take('word').text;
  const where = reader.isWord('WHERE') ? condition(reader) : null;
  let order: SoqlQuery['order'] = [];
  if (reader.isWord('ORDER')) {
    expectWord('BY');
    order = list(reader, () => orderItem(reader));
  }
  const limit = reader.isWord('LIMIT') ? Number(reader.take('number').text) : null;
  const rest = reader.peek();
  if (rest) throw new MalformedSoql(`unexpected token: ${rest.text}`);
  return { select, object, where, order, limit };
};
