/** A value of a source, and the way to the next one. */
export interface ReadAhead<Value> {
  value: Value;
  /** Begins to read the next value; to be called once the work on this one only waits. */
  readOn: () => void;
}

/**
 * Reads the next value while the one before it is worked on, from the moment that the work says so: what it still has to
 * send would wait for its turn otherwise. The source has to end by itself when it is not wanted.
 */
export async function* readAhead<Value>(source: AsyncIterable<Value>): AsyncGenerator<ReadAhead<Value>> {
  const iterator = source[Symbol.asyncIterator]();
  let next: Promise<IteratorResult<Value>> | undefined;
  const read = (): Promise<IteratorResult<Value>> => {
    next ??= iterator.next();
    return next;
  };
  const readOn = (): void => {
    // An error is thrown where the value is awaited; nobody may get that far.
    read().catch(() => undefined);
  };
  for (let result = await read(); !result.done; result = await read()) {
    next = undefined;
    yield { value: result.value, readOn };
  }
}
