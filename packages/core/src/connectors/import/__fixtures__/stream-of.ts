/** A file as a stream, in pieces of `pieceSize` bytes. */
export const streamOf = (content: string | Uint8Array, pieceSize = 1 << 16): ReadableStream<Uint8Array> => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.slice(at, (at += pieceSize)));
      else controller.close();
    },
  });
};

/** The content packed with gzip. */
export const gzipped = async (content: string): Promise<Uint8Array> => {
  const packed = new Blob([content]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
};
