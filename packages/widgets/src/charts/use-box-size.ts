import { useParentSize } from '@visx/responsive';
import { useCallback } from 'react';

interface BoxSize {
  /** For the box that is measured. */
  boxRef: (box: HTMLDivElement | null) => void;
  box: HTMLDivElement | null;
  /** Pixels; 0 on a server and until there is a box. */
  width: number;
  height: number;
}

/** The size of a box, known before it is painted for the first time and followed from then on. */
export function useBoxSize(): BoxSize {
  const { parentRef, node, resize, width, height } = useParentSize({ debounceTime: 0 });
  const boxRef = useCallback(
    (box: HTMLDivElement | null) => {
      parentRef(box);
      // The observer tells the size a frame later: an empty chart would flash up.
      if (box) resize({ width: box.clientWidth, height: box.clientHeight, top: 0, left: 0 });
    },
    [parentRef, resize],
  );
  return { boxRef, box: node, width, height };
}
