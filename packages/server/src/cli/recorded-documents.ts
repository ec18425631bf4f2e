import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { InvalidInputError } from '@cscx/support-core';

/** A document of a file, or a line of it that is none. */
export interface RecordedDocument {
  /** Of an NDJSON file, from 1; null: the file is one document. */
  line: number | null;
  /** Absent where the line is no JSON. */
  document?: unknown;
}

/** Parsed JSON in an object of its own, since null is a document too; undefined for anything else. */
const parse = (text: string): { document: unknown } | undefined => {
  try {
    return { document: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
};

const BYTE_ORDER_MARK = /^\uFEFF/;

/** A line that is a record on its own, as no line of a document over several lines is that has a record in it. */
const isRecord = (text: string): boolean => {
  const parsed = parse(text);
  return typeof parsed?.document === 'object' && parsed.document !== null && Object.keys(parsed.document).length > 0;
};

const toRecord = ({ line, text }: { line: number; text: string }): RecordedDocument => ({ line, ...parse(text) });

/**
 * Reads a JSON document, or NDJSON line by line without holding the rest. Whether the first line is a document of its own
 * tells which it is.
 *
 * @param name - of the file, for errors
 * @throws InvalidInputError for a file that is neither
 */
export async function* readRecordedDocuments(name: string, stream: Readable): AsyncGenerator<RecordedDocument> {
  const held: { line: number; text: string }[] = [];
  let isNdjson = false;
  let line = 0;
  for await (const raw of createInterface({ input: stream, crlfDelay: Infinity })) {
    line += 1;
    const text = line === 1 ? raw.replace(BYTE_ORDER_MARK, '') : raw;
    if (isNdjson) {
      if (text.trim() !== '') yield toRecord({ line, text });
      continue;
    }
    if (text.trim() === '') continue;
    held.push({ line, text });
    isNdjson = held.length === 1 && parse(text) !== undefined;
    if (isNdjson) yield toRecord({ line, text });
  }
  if (isNdjson) return;
  if (held.length === 0) throw new InvalidInputError(name, [{ path: '', message: 'expected JSON: it is empty' }]);
  const whole = parse(held.map(({ text }) => text).join('\n'));
  if (whole) yield { line: null, ...whole };
  else if (held.some(({ text }) => isRecord(text))) for (const each of held) yield toRecord(each);
  else throw new InvalidInputError(name, [{ path: '', message: 'expected a JSON document or one on each line' }]);
}
