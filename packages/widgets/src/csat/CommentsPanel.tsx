import { type ReactNode, useState } from 'react';
import { Button } from '../parts/Button.js';
import { Notice } from '../parts/Notice.js';
import { Panel } from '../parts/Panel.js';
import { TicketLink } from '../parts/TicketLink.js';
import { useSupport } from '../provider/support-context.js';
import type { CommentRow } from './comment-rows.js';

const FIRST_COMMENTS = 4;

/** What customers wrote with their ratings, the latest few until all are asked for. */
export function CommentsPanel({ rows }: { rows: readonly CommentRow[] }): ReactNode {
  const { format, messages } = useSupport();
  const { csat } = messages;
  const [showsAll, setShowsAll] = useState(false);
  const toggle = (
    <Button look="quiet" isExpanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
      {showsAll ? csat.commentsFewer : csat.commentsAll(format.count(rows.length))}
    </Button>
  );
  return (
    <Panel part="comments" title={csat.comments} action={rows.length > FIRST_COMMENTS && toggle} isFlush>
      {rows.length === 0 && <Notice icon="low" title={csat.commentsNone} />}
      <ul className="sw-list sw-rows">
        {rows.slice(0, showsAll ? undefined : FIRST_COMMENTS).map((row) => (
          <li key={row.ticket_id} className="sw-comment">
            <p className="sw-comment-meta" title={row.subject}>
              <span className="sw-score" data-tone={row.tone}>
                {row.score}
              </span>
              <TicketLink ticket={row}>{row.name}</TicketLink>
              <time dateTime={row.instant}>{row.day}</time>
            </p>
            <blockquote className="sw-comment-text" dir="auto">
              {row.text}
            </blockquote>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
