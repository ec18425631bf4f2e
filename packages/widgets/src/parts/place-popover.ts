/** Between the popover and what it belongs to, and between it and the edge of the screen. */
const GAP = 6;
const MARGIN = 8;

/**
 * Puts an open popover below its button, or above it where there is no room, along one of its edges, and keeps it on the
 * screen. It leaves the number in sight that its button explains, and goes when the button is not drawn any more.
 */
export function placePopover(popover: HTMLElement, button: Element): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth: width, offsetHeight: height } = popover;
  const { left, right, width: isDrawn } = button.getBoundingClientRect();
  if (!isDrawn) return popover.hidePopover();
  const most = clientWidth - width - MARGIN;
  const fromRight = right - width;
  // Where there is no room along its begin, along its end.
  const isRight = getComputedStyle(button).direction === 'rtl' ? fromRight >= MARGIN : left > most;
  const x = Math.max(MARGIN, Math.min(isRight ? fromRight : left, most));
  const { top, bottom } = (button.closest('[data-sw-part^=stat-]') ?? button).getBoundingClientRect();
  const above = top - height - GAP;
  const below = bottom + GAP;
  const y = below + height > clientHeight - MARGIN && above >= MARGIN ? above : below;
  popover.style.left = `${x + scrollX}px`;
  popover.style.top = `${y + scrollY}px`;
}
