import type { Severity } from '@cscx/support-core';
import type { ReactNode } from 'react';
import { useSupport } from '../provider/support-context.js';
import { Icon } from './Icon.js';
import { severityTones } from './tone.js';

interface SeverityMarkProps {
  /** Null is no severity at all. */
  severity: Severity | null;
  /** Whether the mark says its severity to those who do not see it; words beside it may do so already. @default true */
  isSpoken?: boolean;
}

/** How bad it is: a shape for each severity. */
export function SeverityMark({ severity, isSpoken = true }: SeverityMarkProps): ReactNode {
  const { messages } = useSupport();
  const name = severity === null ? messages.unknownSeverity : messages.severities[severity];
  return (
    <span className="sw-mark" data-tone={severity === null ? 'good' : severityTones[severity]}>
      <Icon name={severity ?? 'check'} />
      {isSpoken && <span className="sw-hidden">{name}: </span>}
    </span>
  );
}
