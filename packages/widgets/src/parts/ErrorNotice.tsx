import type { SupportClientError } from '@cscx/support-client';
import type { ReactNode } from 'react';
import { useSupport } from '../provider/support-context.js';
import { Button } from './Button.js';
import { Notice } from './Notice.js';

interface ErrorNoticeProps {
  error: Partial<Pick<SupportClientError, 'issues' | 'request_id'>> & { code: string };
  onRetry: () => void;
}

/** Why a widget has no data, in words for the person who looks at it. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps): ReactNode {
  const { messages } = useSupport();
  const [title, hint] = messages.errors[error.code] ?? messages.errors.other;
  const issue = error.code === 'invalid_input' && error.issues?.[0];
  // Not a fault, and asking again rarely helps.
  const isForbidden = error.code === 'forbidden';
  return (
    <Notice
      icon={isForbidden ? 'low' : 'warning'}
      title={title}
      hint={issue ? `${issue.path}: ${issue.message}` : hint}
      isAlert
    >
      <Button look={isForbidden ? 'quiet' : 'outlined'} onClick={onRetry}>
        {messages.retry}
      </Button>
      {error.request_id !== undefined && <p className="sw-notice-hint">{messages.reference(error.request_id)}</p>}
    </Notice>
  );
}
