import { useCallback, useEffect, useState } from 'react';

interface BoxSize {
  /** For the box that is measured. */
  boxRef: (box: HTMLDivElement | null) => void;
  box: HTMLDivElement | null;
  /** Pixels; 0 on a server and until there is a box. */
  width: number;
  height: number;
}

/**
 * The size of a box, known before it is painted for the first time and followed from then on. A box that is not laid out,
 * as in a closed tab of the host, keeps the size it had.
 */
export function useBoxSize(): BoxSize {
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });

  const measure = useCallback(({ clientWidth: width, clientHeight: height }: HTMLDivElement): void => {
    if (width > 0) setSize((last) => (last.width === width && last.height === height ? last : { width, height }));
  }, []);

  const boxRef = useCallback(
    (next: HTMLDivElement | null) => {
      setBox(next);
      // The observer tells the size a frame later: an empty chart would flash up.
      if (next) measure(next);
    },
    [measure],
  );

  useEffect(() => {
    if (!box) return undefined;
    const observer = new ResizeObserver(() => measure(box));
    observer.observe(box);
    return () => observer.disconnect();
  }, [box, measure]);

  return { boxRef, box, ...size };
}
