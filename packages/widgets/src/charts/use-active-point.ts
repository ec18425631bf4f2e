import { type RefObject, useEffect, useState } from 'react';

/**
 * The point looked at, by pointer or keys. Escape, or a tap elsewhere, ends the looking; Escape goes no further then, so
 * that a dialog around the chart stays open.
 */
export function useActivePoint(
  chart: RefObject<HTMLElement | null>,
): [active: number | null, lookAt: (index: number | null) => void] {
  const [active, setActive] = useState<number | null>(null);
  const isLooking = active !== null;

  useEffect(() => {
    if (!isLooking) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      setActive(null);
    };
    const onPointerDown = ({ target }: PointerEvent): void => {
      if (target instanceof Node && !chart.current?.contains(target)) setActive(null);
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    document.addEventListener('pointerdown', onPointerDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown, { capture: true });
      document.removeEventListener('pointerdown', onPointerDown);
    };
  }, [isLooking, chart]);

  return [active, setActive];
}
