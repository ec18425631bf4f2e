import { type ReactNode, useId } from 'react';
import { useSupport } from '../provider/support-context.js';

/** What every widget takes for its outermost element. */
export interface WidgetElementProps {
  /** Added to the widget's own class. */
  className?: string | undefined;
}

interface WidgetProps extends WidgetElementProps {
  /** Stable hook for a host's styles, as `data-sw-part`. */
  part: string;
  title: ReactNode;
  subtitle?: ReactNode;
  /** Above the title: the way back. */
  lead?: ReactNode;
  /** Beside the title: what can be chosen. */
  controls?: ReactNode;
  isBusy?: boolean;
  children: ReactNode;
}

/** The outermost element of a widget: carries theme and tokens, and lays out by its own width. */
export function Widget({ part, className, title, subtitle, lead, controls, isBusy, children }: WidgetProps): ReactNode {
  const { theme } = useSupport();
  const titleId = useId();
  return (
    <section
      className={className === undefined ? 'sw-root' : `sw-root ${className}`}
      data-sw-theme={theme}
      data-sw-part={part}
      aria-labelledby={titleId}
      aria-busy={isBusy}
    >
      <div className="sw-widget">
        {lead}
        <header className="sw-header">
          <div className="sw-header-text">
            <h2 className="sw-title" id={titleId}>
              {title}
            </h2>
            {subtitle !== undefined && <p className="sw-subtitle">{subtitle}</p>}
          </div>
          {controls}
        </header>
        {children}
      </div>
    </section>
  );
}
