import type { UnmatchedTicket } from '@cscx/support-core/api';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../parts/Button.js';
import { useSupport } from '../provider/support-context.js';
import { type CustomerChoice, searchCustomers, suggestCustomers } from './customer-choices.js';
import type { CustomerChoices } from './use-customer-choices.js';

/** More than these are found by typing. */
const MOST_SHOWN = 50;

interface CustomerPickerProps {
  /** The ticket in words: on a small screen it is covered. */
  title: string;
  ticket: UnmatchedTicket;
  customers: CustomerChoices;
  onChoose: (customer: CustomerChoice) => void;
}

/** A search field, and the customers that it finds; at first those that the ticket itself suggests. */
export function CustomerPicker({ title, ticket, customers, onChoose }: CustomerPickerProps): ReactNode {
  const { format, messages } = useSupport();
  const { unmatched } = messages;
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const { load } = customers;
  const askOnce = useRef(load);
  useEffect(() => {
    askOnce.current?.();
    field.current?.focus({ preventScroll: true });
  }, []);

  const suggested = useMemo(() => suggestCustomers(ticket, customers.items), [ticket, customers.items]);
  const found = useMemo(() => {
    const others = customers.items.filter((customer) => !suggested.includes(customer));
    return searchCustomers([...suggested, ...others], typed);
  }, [customers.items, suggested, typed]);
  const isReady = !customers.isLoading && !customers.hasFailed;
  const rest = found.length - MOST_SHOWN;

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Arrow keys are a short cut besides Tab.
    <div className="sw-picker" onKeyDown={moveFocus}>
      <p className="sw-popover-title sw-clamp">
        <bdi>{title}</bdi>
      </p>
      <input
        ref={field}
        type="search"
        className="sw-field"
        aria-label={unmatched.search}
        placeholder={unmatched.search}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <p className={found.length > 0 ? 'sw-hidden' : 'sw-popover-text'} role="status">
        {isReady &&
          (found.length > 0 ? unmatched.found(found.length, format.count(found.length)) : unmatched.noneFound)}
        {customers.isLoading && unmatched.customersLoading}
        {customers.hasFailed && unmatched.customersFailed}
      </p>
      {customers.hasFailed && load && <Button onClick={load}>{messages.retry}</Button>}
      <ul className="sw-list">
        {found.slice(0, MOST_SHOWN).map((customer) => (
          <li key={customer.customer_id}>
            <button type="button" className="sw-menu-item" onClick={() => onChoose(customer)}>
              <bdi className="sw-clamp" title={`${customer.customer_name} (${customer.customer_id})`}>
                {customer.customer_name}
              </bdi>
              {suggested.includes(customer) && <span className="sw-menu-note">{unmatched.suggested}</span>}
            </button>
          </li>
        ))}
        {rest > 0 && <li className="sw-popover-text">{unmatched.foundMore(format.count(rest))}</li>}
      </ul>
    </div>
  );
}

/** Moves between the field and the customers below it. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, button')];
  stops[stops.findIndex((stop) => stop === document.activeElement) + step]?.focus();
}
