import { vi } from 'vitest';

/** Timers that wait so long cannot have ended by themselves in a test. */
const LONG_MS = 10_000;

/**
 * From here on keeps account of what a page is kept busy with: listeners of its own (elements take theirs along), long
 * timers, and observers. `vi.restoreAllMocks()` ends it.
 *
 * @returns tells what has been begun and not ended
 */
export function watchWork(): () => string[] {
  const told = [
    listeners(window),
    listeners(EventTarget.prototype),
    timers(),
    observers(ResizeObserver),
    observers(IntersectionObserver),
  ];
  return () => told.flatMap((left) => left());
}

/** Of the window apart: Vitest has given it methods of its own. */
function listeners(methodsOf: EventTarget): () => string[] {
  const added = vi.spyOn(methodsOf, 'addEventListener').mock;
  const removed = vi.spyOn(methodsOf, 'removeEventListener').mock;
  const isOfPage = (target: EventTarget): boolean =>
    target === window || target === document || target instanceof MediaQueryList || isOutermost(target);
  const times = ({ calls, contexts }: typeof added | typeof removed, target: EventTarget, call: unknown[]): number =>
    calls.filter(([type, listener], index) => {
      const isSame = type === call[0] && listener === call[1];
      return isSame && targetOf(contexts[index]) === target;
    }).length;
  return () =>
    added.calls.flatMap((call, index) => {
      const target = targetOf(added.contexts[index]);
      return isOfPage(target) && times(added, target, call) > times(removed, target, call)
        ? [`listener for ${call[0]}`]
        : [];
    });
}

/** A bare `addEventListener` is the window's. */
const targetOf = (context: unknown): EventTarget => (context instanceof EventTarget ? context : window);

const isOutermost = (target: EventTarget): boolean => target === document.documentElement || target === document.body;

function timers(): () => string[] {
  const timeouts = vi.spyOn(window, 'setTimeout').mock;
  const intervals = vi.spyOn(window, 'setInterval').mock;
  const cleared = [vi.spyOn(window, 'clearTimeout').mock, vi.spyOn(window, 'clearInterval').mock];
  const isCleared = (id: unknown): boolean => cleared.some(({ calls }) => calls.some(([each]) => each === id));
  return () => {
    const long = timeouts.results.filter((_, index) => (timeouts.calls[index]?.[1] ?? 0) >= LONG_MS);
    return [...long, ...intervals.results].filter(({ value }) => !isCleared(value)).map(() => 'timer');
  };
}

function observers({ prototype, name }: typeof ResizeObserver | typeof IntersectionObserver): () => string[] {
  const begun = vi.spyOn(prototype, 'observe').mock;
  const ended = vi.spyOn(prototype, 'disconnect').mock;
  return () => [...new Set(begun.contexts)].filter((each) => !ended.contexts.includes(each)).map(() => name);
}
