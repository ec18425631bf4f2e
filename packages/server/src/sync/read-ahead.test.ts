import { expect, test } from 'vitest';
import { readAhead } from './read-ahead.js';

/** Notes when each value is asked for. */
const createSource = (steps: string[], fails = false) =>
  (async function* source() {
    for (const value of ['a', 'b', 'c']) {
      steps.push(`read ${value}`);
      await Promise.resolve();
      if (fails && value === 'b') throw new Error('b is not to be had');
      yield value;
    }
  })();

const turn = () => new Promise(setImmediate);

test('the next value is read while the work on one waits, once, and not before the work says so', async () => {
  const steps: string[] = [];
  for await (const { value, readOn } of readAhead(createSource(steps))) {
    steps.push(`work on ${value}`);
    await turn();
    readOn();
    readOn();
    await turn();
    steps.push(`done ${value}`);
  }
  expect(steps.join(', ')).toBe('read a, work on a, read b, done a, work on b, read c, done b, work on c, done c');
});

test('without a word it is read when the work is done', async () => {
  const steps: string[] = [];
  for await (const { value } of readAhead(createSource(steps))) steps.push(`work on ${value}`);
  expect(steps).toEqual(['read a', 'work on a', 'read b', 'work on b', 'read c', 'work on c']);
});

test('what goes wrong meanwhile is thrown after the work, and never where nobody waits for it', async () => {
  const done: string[] = [];
  const work = async () => {
    for await (const { value, readOn } of readAhead(createSource([], true))) {
      readOn();
      await turn();
      done.push(value);
    }
  };
  await expect(work()).rejects.toThrow('b is not to be had');
  expect(done).toEqual(['a']);
});
