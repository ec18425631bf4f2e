import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import { useRefresh } from './use-refresh.js';

const MINUTE = 60_000;
const JITTERED = 1.1 * MINUTE;
let isHidden = false;
let isOnline = true;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => (isHidden ? 'hidden' : 'visible'));
  vi.spyOn(navigator, 'onLine', 'get').mockImplementation(() => isOnline);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  isHidden = false;
  isOnline = true;
});

function show(isSeen: boolean): void {
  isHidden = !isSeen;
  document.dispatchEvent(new Event('visibilitychange'));
}

function connect(isConnected: boolean): void {
  isOnline = isConnected;
  dispatchEvent(new Event(isConnected ? 'online' : 'offline'));
}

async function refreshing(loadedAt: number | undefined, interval: number | false) {
  const refresh = vi.fn<() => void>();
  const hook = await renderHook(() => useRefresh(refresh, loadedAt, interval));
  return { refresh, hook };
}

test('refreshes once when the interval is over, give or take a tenth', async () => {
  const { refresh } = await refreshing(Date.now(), MINUTE);
  vi.advanceTimersByTime(0.9 * MINUTE - 1);
  expect(refresh).not.toHaveBeenCalled();
  vi.advanceTimersByTime(0.2 * MINUTE + 1);
  expect(refresh).toHaveBeenCalledOnce();
});

test('a page that is not looked at asks for nothing, and at once when it is looked at again and the data is old', async () => {
  const { refresh } = await refreshing(Date.now(), MINUTE);
  show(false);
  vi.advanceTimersByTime(10 * MINUTE);
  expect(refresh).not.toHaveBeenCalled();
  show(true);
  vi.advanceTimersByTime(0);
  expect(refresh).toHaveBeenCalledOnce();
});

test('data that is still fresh when the page is looked at again waits for its time', async () => {
  const { refresh } = await refreshing(Date.now(), MINUTE);
  show(false);
  vi.advanceTimersByTime(MINUTE / 2);
  show(true);
  vi.advanceTimersByTime(MINUTE / 4);
  expect(refresh).not.toHaveBeenCalled();
  vi.advanceTimersByTime(JITTERED);
  expect(refresh).toHaveBeenCalledOnce();
});

test('without a network it waits for one', async () => {
  const { refresh } = await refreshing(Date.now(), MINUTE);
  connect(false);
  vi.advanceTimersByTime(10 * MINUTE);
  expect(refresh).not.toHaveBeenCalled();
  connect(true);
  vi.advanceTimersByTime(0);
  expect(refresh).toHaveBeenCalledOnce();
});

test('nothing is refreshed before anything has been loaded, when it is switched off, and after leaving', async () => {
  const waiting = await refreshing(undefined, MINUTE);
  const off = await refreshing(Date.now(), false);
  const left = await refreshing(Date.now(), MINUTE);
  await left.hook.unmount();
  vi.advanceTimersByTime(10 * MINUTE);
  for (const { refresh } of [waiting, off, left]) expect(refresh).not.toHaveBeenCalled();
});
