import { expect, test } from 'vitest';
import { createJoinedWork } from './joined-work.js';

const stopped = new Error('stopped');

/** Ends when its signal says so, or when it is told to. */
const createWork = () => {
  const ends: ((result: string) => void)[] = [];
  const work = createJoinedWork<string>(
    (signal) =>
      new Promise((resolve, reject) => {
        ends.push(resolve);
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      }),
  );
  return { work, begun: () => ends.length, end: (result: string) => ends.at(-1)?.(result) };
};

test('runs once for everybody who waits, and anew after that', async () => {
  const { work, begun, end } = createWork();
  const both = Promise.all([work.join(undefined), work.join(undefined)]);
  expect([begun(), work.isRunning()]).toEqual([1, true]);
  end('first');
  expect([await both, work.isRunning()]).toEqual([['first', 'first'], false]);
  const again = work.join(undefined);
  end('second');
  expect([await again, begun()]).toEqual(['second', 2]);
});

test('where its beginner stops it, the others get theirs all the same, and once', async () => {
  const { work, begun, end } = createWork();
  const stop = new AbortController();
  const first = work.join(stop.signal);
  const others = Promise.all([work.join(undefined), work.join(new AbortController().signal)]);
  stop.abort(stopped);
  await expect(first).rejects.toBe(stopped);
  await expect.poll(begun).toBe(2);
  end('again');
  expect(await others).toEqual(['again', 'again']);
});

test('where all of them stop, nobody begins again', async () => {
  const { work, begun } = createWork();
  const stop = new AbortController();
  const both = [work.join(stop.signal), work.join(stop.signal)];
  stop.abort(stopped);
  const ends = await Promise.allSettled(both);
  expect(ends.map((end) => end.status === 'rejected' && end.reason)).toEqual([stopped, stopped]);
  expect(begun()).toBe(1);
});

test('its failure is that of all', async () => {
  const failure = new Error('refused');
  const work = createJoinedWork(() => Promise.reject(failure));
  const ends = await Promise.allSettled([work.join(undefined), work.join(undefined)]);
  expect(ends.map((end) => end.status === 'rejected' && end.reason)).toEqual([failure, failure]);
});
