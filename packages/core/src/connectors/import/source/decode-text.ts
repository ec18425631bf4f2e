import { UnreadableFileError } from '../unreadable-file-error.js';

const BYTE_ORDER_MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
const NEWLINE = 10;
/** An UTF-8 character has at most four bytes, so at most three of it stand before a piece. */
const MOST_BYTES_BEFORE = 3;

const encodingOf = (first: Uint8Array): string =>
  BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, index) => first[index] === byte))?.[0] ?? 'utf-8';

const countOf = (byte: number, bytes: Uint8Array): number => {
  let count = 0;
  for (let at = bytes.indexOf(byte); at !== -1; at = bytes.indexOf(byte, at + 1)) count += 1;
  return count;
};

const decodes = (bytes: Uint8Array, encoding: string): boolean => {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
};

/** How many bytes decode before the first that do not: a binary search for the longest good start. */
const goodLength = (bytes: Uint8Array, encoding: string): number => {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (decodes(bytes.subarray(0, middle), encoding)) good = middle;
    else bad = middle;
  }
  return good;
};

/** The bytes before a piece that may begin its first character: continuation bytes belong to an earlier one. */
const openCharacter = (before: Uint8Array): Uint8Array => {
  const start = before.findIndex((byte) => (byte & 0xc0) !== 0x80);
  return start === -1 ? new Uint8Array() : before.subarray(start);
};

const notDecodable = (
  encoding: string,
  { before, piece, offset, line }: { before: Uint8Array; piece: Uint8Array; offset: number; line: number },
): UnreadableFileError => {
  const open = encoding === 'utf-8' ? openCharacter(before) : new Uint8Array();
  const bytes = new Uint8Array([...open, ...piece]);
  const good = goodLength(bytes, encoding);
  const badLine = line + countOf(NEWLINE, bytes.subarray(open.length, good));
  const where = `byte offset ${offset - open.length + good}, line ${badLine}`;
  const advice =
    encoding === 'utf-8' ? 'set "encoding" in the mapping, for example "windows-1252"' : 'is "encoding" right?';
  return new UnreadableFileError(`the file is not ${encoding} (${where}): ${advice}`);
};

/** A NUL here and there is a damaged character; more than one in a hundred bytes is no text. */
const refuseBinary = (first: Uint8Array, encoding: string): void => {
  const start = first.subarray(0, 4096);
  if (encoding.startsWith('utf-16') || countOf(0, start) <= start.length / 100) return;
  throw new UnreadableFileError(
    'the file is binary, not text; if it is UTF-16, set "encoding" in the mapping to "utf-16le" or "utf-16be"',
  );
};

/**
 * Decodes bytes to text, piece by piece. A byte order mark is dropped, and names the encoding where none is given.
 *
 * @throws {UnreadableFileError} with the byte and the line where the bytes are not of the encoding
 */
export async function* decodeText(pieces: AsyncIterable<Uint8Array>, encoding?: string): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let before = new Uint8Array();
  let offset = 0;
  let line = 1;
  for await (const piece of pieces) {
    if (decoder === null) {
      decoder = new TextDecoder(encoding ?? encodingOf(piece), { fatal: true });
      refuseBinary(piece, decoder.encoding);
    }
    let text;
    try {
      text = decoder.decode(piece, { stream: true });
    } catch {
      throw notDecodable(decoder.encoding, { before, piece, offset, line });
    }
    before = new Uint8Array([...before, ...piece.subarray(-MOST_BYTES_BEFORE)]).slice(-MOST_BYTES_BEFORE);
    offset += piece.length;
    line += countOf(NEWLINE, piece);
    if (text !== '') yield text;
  }
  try {
    decoder?.decode();
  } catch {
    throw new UnreadableFileError(`the file ends in the middle of a character (byte offset ${offset}): copy it again`);
  }
}
