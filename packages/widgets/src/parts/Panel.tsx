import { type ReactNode, useId } from 'react';

interface PanelProps {
  part: string;
  title: string;
  /** After the title: what the numbers in it mean. */
  explanation?: ReactNode;
  /** Beside the title. */
  action?: ReactNode;
  /** Lets rows reach from edge to edge. */
  isFlush?: boolean;
  children: ReactNode;
}

/** A titled part of a widget. */
export function Panel({ part, title, explanation, action, isFlush, children }: PanelProps): ReactNode {
  const titleId = useId();
  return (
    <section className="sw-panel" data-sw-part={part} data-flush={isFlush} aria-labelledby={titleId}>
      <header className="sw-panel-header">
        <h3 className="sw-panel-title" id={titleId}>
          {title}
        </h3>
        {explanation}
        {action}
      </header>
      {children}
    </section>
  );
}
