import { UnreadableFileError } from '../unreadable-file-error.js';

/** What the first bytes of files tell that are no text. */
const KNOWN_BINARIES: readonly (readonly [what: string, magic: readonly number[]])[] = [
  ['an Excel workbook or a zip archive: export it as CSV, or unpack it', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Excel or Office document: export it as CSV', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['a Parquet file: export it as CSV or NDJSON', [0x50, 0x41, 0x52, 0x31]],
  ['packed with zstd: unpack it, or pack it with gzip', [0x28, 0xb5, 0x2f, 0xfd]],
  ['packed with xz: unpack it, or pack it with gzip', [0xfd, 0x37, 0x7a, 0x58]],
  ['packed with bzip2: unpack it, or pack it with gzip', [0x42, 0x5a, 0x68]],
];
const GZIP = [0x1f, 0x8b] as const;

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

const joined = (first: Uint8Array, second: Uint8Array): Uint8Array => {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
};

/** Reads a stream piece by piece; leaving the loop early or aborting cancels it. */
async function* piecesOf(source: ReadableStream<Uint8Array>, signal: AbortSignal | undefined) {
  signal?.throwIfAborted();
  const reader = source.getReader();
  const cancel = (): void => void reader.cancel(signal?.reason).catch(() => undefined);
  signal?.addEventListener('abort', cancel, { once: true });
  let isAtEnd = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      signal?.throwIfAborted();
      isAtEnd = done;
      if (done) return;
      yield value;
    }
  } finally {
    signal?.removeEventListener('abort', cancel);
    if (!isAtEnd) await reader.cancel().catch(() => undefined);
    reader.releaseLock();
  }
}

/** The same pieces, the first one long enough to recognise a file by. */
async function* withFirstBytes(pieces: AsyncIterable<Uint8Array>, length: number) {
  let first: Uint8Array | null = new Uint8Array();
  for await (const piece of pieces) {
    if (first === null) {
      yield piece;
      continue;
    }
    first = first.length === 0 ? piece : joined(first, piece);
    if (first.length < length) continue;
    yield first;
    first = null;
  }
  if (first !== null && first.length > 0) yield first;
}

const streamOf = (first: Uint8Array, rest: AsyncIterator<Uint8Array>): ReadableStream<BufferSource> => {
  let waiting: Uint8Array | null = first;
  return new ReadableStream<BufferSource>({
    async pull(controller) {
      const next = waiting === null ? await rest.next() : { done: false as const, value: waiting };
      waiting = null;
      if (next.done === true) controller.close();
      else controller.enqueue(new Uint8Array(next.value));
    },
    async cancel() {
      await rest.return?.();
    },
  });
};

async function* unpacked(packed: ReadableStream<BufferSource>, signal: AbortSignal | undefined) {
  try {
    yield* piecesOf(packed.pipeThrough(new DecompressionStream('gzip')), signal);
  } catch (error) {
    if (signal?.aborted === true || !(error instanceof TypeError)) throw error;
    throw new UnreadableFileError(
      'the gzip data is damaged, ends early, or is several gzips in one: copy or pack the file again',
      { cause: error },
    );
  }
}

/**
 * The bytes of a file, unpacked when they are a gzip.
 *
 * @param onRead told how many bytes of the file itself came
 * @throws {UnreadableFileError} for an empty file, for known kinds of file that are no text, and for a broken gzip
 */
export async function* readBytes(
  source: ReadableStream<Uint8Array>,
  { signal, onRead }: { signal?: AbortSignal | undefined; onRead: (bytes: number) => void },
): AsyncGenerator<Uint8Array> {
  async function* counted() {
    for await (const piece of piecesOf(source, signal)) {
      onRead(piece.length);
      yield piece;
    }
  }
  const pieces = withFirstBytes(counted(), 4);
  try {
    const { done, value: first } = await pieces.next();
    if (done === true) throw new UnreadableFileError('the file is empty');
    const binary = KNOWN_BINARIES.find(([, magic]) => startsWith(first, magic));
    if (binary !== undefined) throw new UnreadableFileError(`the file is ${binary[0]}`);
    if (startsWith(first, GZIP)) {
      yield* unpacked(streamOf(first, pieces), signal);
    } else {
      yield first;
      yield* pieces;
    }
  } finally {
    await pieces.return(undefined);
  }
}
