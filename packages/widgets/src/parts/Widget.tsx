import { type ReactNode, useId } from 'react';
import type { CustomerEvents, WidgetEvents } from '../provider/drilldown.js';
import { useSupport } from '../provider/support-context.js';
import { WithEvents } from '../provider/WithEvents.js';
import { rootAttributes } from './root-attributes.js';
import { WidgetBoundary } from './WidgetBoundary.js';

/** What every widget takes for its outermost element. */
export interface WidgetElementProps extends WidgetEvents {
  /** Added to the widget's own class. */
  className?: string | undefined;
}

interface WidgetProps extends WidgetElementProps, CustomerEvents {
  /** Stable hook for a host's styles, as `data-sw-part`. */
  part: string;
  /** Whom it is about: another subject gets a new start. */
  subject?: string | undefined;
  title: ReactNode;
  subtitle?: ReactNode;
  /** Above the title: the way back. */
  lead?: ReactNode;
  /** Beside the title: what can be chosen. */
  controls?: ReactNode;
  isBusy?: boolean;
  children: ReactNode;
}

/** The outermost element of a widget: carries theme and tokens, lays out by its own width, and keeps its errors to itself. */
export function Widget(props: WidgetProps): ReactNode {
  const { part, subject, className, title, subtitle, lead, controls, isBusy, children, ...events } = props;
  const support = useSupport();
  const titleId = useId();
  const heading = (
    <h2 className="sw-title" id={titleId}>
      {title}
    </h2>
  );
  return (
    <section
      className={className === undefined ? 'sw-root' : `sw-root ${className}`}
      {...rootAttributes(support)}
      data-sw-part={part}
      aria-labelledby={titleId}
      aria-busy={isBusy}
    >
      <WidgetBoundary key={subject} part={part} heading={heading}>
        <WithEvents {...events}>
          <div className="sw-widget">
            {lead}
            <header className="sw-header">
              <div className="sw-header-text">
                {heading}
                {subtitle !== undefined && <div className="sw-subtitle">{subtitle}</div>}
              </div>
              {controls !== undefined && <div className="sw-controls">{controls}</div>}
            </header>
            {children}
          </div>
        </WithEvents>
      </WidgetBoundary>
    </section>
  );
}
