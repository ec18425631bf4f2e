import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the focus in an element when what had it is taken away: it goes to the button or link that stands in its place then.
 *
 * @param content - whatever decides what is in the element
 */
export function useKeptFocus(element: RefObject<HTMLElement | null>, content: unknown): void {
  const last = useRef<HTMLElement | null>(null);
  const place = useRef(0);

  useEffect(() => {
    const within = element.current;
    const enter = ({ target }: FocusEvent): void => {
      last.current = target as HTMLElement;
      place.current = targets(within).indexOf(last.current);
    };
    // A browser may say that an element lost the focus because it is being taken away: it is gone a moment later.
    const leave = ({ target }: FocusEvent): void =>
      queueMicrotask(() => {
        if (target === last.current && last.current?.isConnected) last.current = null;
      });
    // As options of a listener it gives its signal.
    const listening = new AbortController();
    within?.addEventListener('focusin', enter, listening);
    within?.addEventListener('focusout', leave, listening);
    return () => listening.abort();
  }, [element]);

  useEffect(() => {
    if (!last.current || last.current.isConnected) return;
    last.current = null;
    const there = targets(element.current);
    if (document.activeElement === document.body) (there[place.current] ?? there.at(-1))?.focus();
  }, [element, content]);
}

const targets = (element: HTMLElement | null): HTMLElement[] => [
  ...(element?.querySelectorAll<HTMLElement>('button, a[href], select') ?? []),
];
