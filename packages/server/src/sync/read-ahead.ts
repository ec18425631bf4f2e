/** Reads the next value while the one before it is worked on. The source has to end by itself when it is not wanted. */
export async function* readAhead<Value>(source: AsyncIterable<Value>): AsyncGenerator<Value> {
  const iterator = source[Symbol.asyncIterator]();
  const read = (): Promise<IteratorResult<Value>> => {
    const next = iterator.next();
    // It is thrown where it is awaited; nobody may get that far.
    next.catch(() => undefined);
    return next;
  };
  let next = read();
  for (let result = await next; !result.done; result = await next) {
    next = read();
    yield result.value;
  }
}
