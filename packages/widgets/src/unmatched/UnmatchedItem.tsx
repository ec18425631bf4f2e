import { type ReactNode, useId, useRef } from 'react';
import { Button } from '../parts/Button.js';
import { Icon } from '../parts/Icon.js';
import { Popover } from '../parts/Popover.js';
import { PriorityIcon } from '../parts/PriorityIcon.js';
import { TicketLink as TicketAnchor } from '../parts/TicketLink.js';
import { useKeptFocus } from '../parts/use-kept-focus.js';
import { useSupport } from '../provider/support-context.js';
import type { CustomerChoice } from './customer-choices.js';
import { CustomerPicker } from './CustomerPicker.js';
import type { UnmatchedRow } from './unmatched-rows.js';
import type { CustomerChoices } from './use-customer-choices.js';
import type { TicketLink } from './use-ticket-links.js';

interface UnmatchedItemProps {
  row: UnmatchedRow;
  customers: CustomerChoices;
  /** What has been done about it here. */
  link: TicketLink | undefined;
  onChoose: (customer: CustomerChoice) => void;
  onUndo: () => void;
}

/** A ticket that nobody has claimed, or the customer that it has just been given, with the way back. */
export function UnmatchedItem({ row, customers, link, onChoose, onUndo }: UnmatchedItemProps): ReactNode {
  const { messages } = useSupport();
  const { unmatched, errors } = messages;
  const element = useRef<HTMLElement>(null);
  const titleId = useId();
  const linked = link && link.refused?.what !== 'link' ? link : undefined;
  useKeptFocus(element, linked);

  const number = (
    <TicketAnchor ticket={{ ticket_id: row.ticket.ticket_id, name: row.name, external_url: row.external_url }}>
      {row.name}
    </TicketAnchor>
  );
  return (
    <article ref={element} className="sw-alert" aria-labelledby={titleId}>
      <span className="sw-mark" data-tone={linked && 'good'}>
        {linked ? <Icon name="check" /> : <PriorityIcon priority={row.priority} />}
      </span>
      <h4 className={linked ? 'sw-alert-title sw-alert-settled' : 'sw-alert-title'} id={titleId}>
        {linked ? (
          <bdi>{unmatched.announced(unmatched.linked(linked.customer.customer_name), row.spoken)}</bdi>
        ) : (
          <bdi>{row.subject || number}</bdi>
        )}
      </h4>
      {link?.refused && (
        <p className="sw-alert-failed" role="alert">
          {(link.refused.what === 'link' ? unmatched.notLinked : unmatched.notUndone)(
            errors[link.refused.code ?? '']?.[0] ?? unmatched.noReason,
          )}
        </p>
      )}
      {linked ? (
        <div className="sw-alert-actions">
          <Button look="small" label={unmatched.actionOn(unmatched.undo, row.spoken)} onClick={onUndo}>
            {unmatched.undo}
          </Button>
        </div>
      ) : (
        <>
          <UnclaimedTicket row={row} number={row.subject ? number : undefined} />
          <div className="sw-alert-actions">
            <Popover
              label={unmatched.actionOn(unmatched.choose, row.spoken)}
              className="sw-button sw-button-small"
              face={unmatched.choose}
            >
              {(close) => (
                <CustomerPicker
                  title={row.spoken}
                  ticket={row.ticket}
                  customers={customers}
                  onChoose={(customer) => {
                    close();
                    onChoose(customer);
                  }}
                />
              )}
            </Popover>
          </div>
        </>
      )}
    </article>
  );
}

/** What is known of it. */
function UnclaimedTicket({ row, number }: { row: UnmatchedRow; number: ReactNode }): ReactNode {
  return (
    <>
      <time className="sw-alert-time" dateTime={row.ticket.created_at} title={row.created}>
        {row.age}
      </time>
      <p className="sw-alert-meta">
        {number}
        <span>{row.system}</span>
        <span className="sw-cut">{row.priorityLabel}</span>
      </p>
      <div className="sw-alert-text sw-clues">
        <strong>{row.reason}</strong>
        <p>{row.explanation}</p>
        <p className="sw-comment-meta">
          {row.hints.map(([name, value]) => (
            <span key={name}>
              {name} <bdi>{value}</bdi>
            </span>
          ))}
        </p>
      </div>
    </>
  );
}
