import type { ReactNode } from 'react';
import { type BasicIconName, Icon } from './Icon.js';

interface NoticeProps {
  icon: BasicIconName;
  title: string;
  hint?: string | undefined;
  /** Where a person should look now. */
  isAlert?: boolean;
  children?: ReactNode;
}

/** What stands where data would: why there is none, and what can be done. */
export function Notice({ icon, title, hint, isAlert, children }: NoticeProps): ReactNode {
  return (
    <div className="sw-notice" role={isAlert ? 'alert' : undefined}>
      <span className="sw-notice-icon">
        <Icon name={icon} />
      </span>
      <p className="sw-notice-title">{title}</p>
      {hint !== undefined && <p className="sw-notice-hint">{hint}</p>}
      {children}
    </div>
  );
}
