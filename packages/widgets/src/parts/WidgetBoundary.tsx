import { Component, type ContextType, type ErrorInfo, type ReactNode } from 'react';
import { SupportContext } from '../provider/support-context.js';
import { ErrorNotice } from './ErrorNotice.js';

interface WidgetBoundaryProps {
  part: string;
  /** The widget's title, which stays. */
  heading: ReactNode;
  children: ReactNode;
}

/** Keeps an error of one widget from the rest of the page. A class, because React has error boundaries in no other form. */
export class WidgetBoundary extends Component<WidgetBoundaryProps, { hasFailed: boolean }> {
  static override contextType = SupportContext;
  declare context: ContextType<typeof SupportContext>;
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    this.context?.onError?.(error, { widget: this.props.part, componentStack: componentStack ?? '' });
  }

  override render(): ReactNode {
    const { heading, children } = this.props;
    if (!this.state.hasFailed || !this.context) return children;
    return (
      <div className="sw-widget">
        {heading}
        {/* The error's own words are not for people. */}
        <ErrorNotice error={{ code: 'crashed' }} onRetry={() => this.setState({ hasFailed: false })} />
      </div>
    );
  }
}
