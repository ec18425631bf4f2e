import { type RefObject, useCallback, useEffect, useRef } from 'react';

interface MeasuredBox {
  /** For the box that is measured, which stays as long as what it belongs to. */
  boxRef: (box: HTMLDivElement | null) => void;
  box: RefObject<HTMLDivElement | null>;
}

/**
 * Measures a box before it is painted for the first time, and whenever its size changes. One that is not laid out, as in a
 * closed tab of the host, is left as it was.
 *
 * @param measure - keeps what it needs; the same function as long as it reads the same
 */
export function useMeasuredBox(measure: (box: HTMLDivElement) => void): MeasuredBox {
  const box = useRef<HTMLDivElement>(null);

  const measureIfLaidOut = useCallback(
    (next: HTMLDivElement) => {
      if (next.clientWidth > 0) measure(next);
    },
    [measure],
  );

  const boxRef = useCallback(
    (next: HTMLDivElement | null) => {
      box.current = next;
      // The observer tells the size a frame later: an empty chart would flash up.
      if (next) measureIfLaidOut(next);
    },
    [measureIfLaidOut],
  );

  useEffect(() => {
    const { current } = box;
    if (!current) return undefined;
    const observer = new ResizeObserver(() => measureIfLaidOut(current));
    observer.observe(current);
    return () => observer.disconnect();
  }, [measureIfLaidOut]);

  return { boxRef, box };
}
