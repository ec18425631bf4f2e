import type { SupportTicket } from '@cscx/support-core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSupport } from '../provider/support-context.js';
import { dueAnnouncement } from './due-announcement.js';
import { useTickingNow } from './use-ticking-now.js';

/** Says, once a minute at most, which tickets run out of time; a countdown that spoke by itself would never be silent. */
export function DueAnnouncer({ tickets }: { tickets: readonly SupportTicket[] }): ReactNode {
  const words = useSupport();
  const now = useTickingNow('minute');
  const [text, setText] = useState('');
  const before = useRef(now);

  useEffect(() => {
    const announcement = dueAnnouncement(tickets, before.current, now, words);
    before.current = now;
    if (announcement !== null) setText(announcement);
  }, [tickets, now, words]);

  return (
    <p className="sw-hidden" role="status">
      {text}
    </p>
  );
}
