/** Between the popover and what it belongs to, and between it and the edge of the screen. */
const GAP = 6;
const MARGIN = 8;

/** Puts an open popover below its button, or above it where there is no room, and keeps it on the screen. */
export function placePopover(popover: HTMLElement, button: Element): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth: width, offsetHeight: height } = popover;
  const anchor = button.getBoundingClientRect();
  const begin = getComputedStyle(button).direction === 'rtl' ? anchor.right - width : anchor.left;
  const left = Math.max(MARGIN, Math.min(begin, clientWidth - width - MARGIN));
  const above = anchor.top - height - GAP;
  const below = anchor.bottom + GAP;
  const top = below + height > clientHeight - MARGIN && above >= MARGIN ? above : below;
  popover.style.left = `${left + scrollX}px`;
  popover.style.top = `${top + scrollY}px`;
}
