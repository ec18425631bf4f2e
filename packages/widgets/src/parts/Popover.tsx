import { type ReactNode, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useSupport } from '../provider/support-context.js';
import { placePopover } from './place-popover.js';
import { rootAttributes } from './root-attributes.js';

interface PopoverProps {
  /** Names the button and what it opens. */
  label: string;
  /** Class of the button. */
  className: string;
  /** What stands on the button. */
  face: ReactNode;
  /** What it shows, and what closes it. */
  children: (close: () => void) => ReactNode;
}

/**
 * A button and what it opens above everything else: the browser's own popover, which closes with Esc, by a click or tap
 * elsewhere, and gives the focus back. It stays inside of the widget, so that it works in a host's modal dialog too.
 */
export function Popover({ label, className, face, children }: PopoverProps): ReactNode {
  const support = useSupport();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);

  useEffect(() => {
    // React 18 does not know the attribute, and 19 wants it written in another way.
    button.current?.setAttribute('popovertarget', id);
    const element = popover.current;
    const follow = (): void => setIsOpen(element?.matches(':popover-open') === true);
    element?.addEventListener('toggle', follow);
    return () => element?.removeEventListener('toggle', follow);
  }, [id, support.portalContainer]);

  const panel = (
    <div ref={popover} id={id} className="sw-popover" popover="auto" role="dialog" aria-label={label} tabIndex={-1}>
      {isOpen && <Content popover={popover} button={button} render={children} />}
    </div>
  );
  return (
    <>
      <button ref={button} type="button" className={className} aria-label={label}>
        {face}
      </button>
      {support.portalContainer
        ? createPortal(
            <div className="sw-root sw-portal" {...rootAttributes(support)}>
              {panel}
            </div>,
            support.portalContainer,
          )
        : panel}
    </>
  );
}

interface ContentProps {
  popover: RefObject<HTMLElement | null>;
  button: RefObject<HTMLElement | null>;
  render: PopoverProps['children'];
}

/** Exists while the popover is open: nothing is measured on a server. */
function Content({ popover, button, render }: ContentProps): ReactNode {
  useLayoutEffect(() => {
    const place = (): void => {
      if (popover.current && button.current) placePopover(popover.current, button.current);
    };
    place();
    popover.current?.focus({ preventScroll: true });
    addEventListener('resize', place);
    return () => removeEventListener('resize', place);
  }, [popover, button]);
  return render(() => popover.current?.hidePopover());
}
