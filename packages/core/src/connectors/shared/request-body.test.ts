import { expect, test } from 'vitest';
import { readBody } from './request-body.js';

const post = (body: BodyInit | null): Request =>
  new Request('https://support.example/hook', { method: 'POST', body, duplex: 'half' } as RequestInit);

test('brings the bytes as they came, of one piece or of many', async () => {
  const bytes = new Uint8Array([0xff, 0x00, 0x7b]);
  expect(await readBody(post(bytes))).toEqual(bytes);
  const pieces = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes);
      controller.enqueue(new Uint8Array());
      controller.enqueue(bytes);
      controller.close();
    },
  });
  expect(await readBody(post(pieces))).toEqual(new Uint8Array([...bytes, ...bytes]));
});

test('no body has no bytes', async () => {
  expect(await readBody(post(null))).toEqual(new Uint8Array());
  expect(await readBody(new Request('https://support.example/hook'))).toEqual(new Uint8Array());
});

test('a body of the limit passes, one byte more does not', async () => {
  expect(await readBody(post('x'.repeat(10)), 10)).toHaveLength(10);
  expect(await readBody(post('x'.repeat(11)), 10)).toBeNull();
  expect(await readBody(post('ü'.repeat(6)), 11)).toBeNull();
});

test('of what is larger the rest is not read', async () => {
  let pulled = 0;
  let isCancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(100));
    },
    cancel() {
      isCancelled = true;
    },
  });
  expect(await readBody(post(endless), 250)).toBeNull();
  expect(isCancelled).toBe(true);
  expect(pulled).toBeLessThan(10);
});
