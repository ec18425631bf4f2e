import type { TicketPriority, TicketStatus } from '@cscx/support-core';
import type { ReactNode } from 'react';
import { Select } from '../parts/Select.js';
import { useSupport } from '../provider/support-context.js';
import { type TicketFilters, type TicketSort, ticketColumns } from './ticket-order.js';

interface TicketToolbarProps {
  filters: TicketFilters;
  onFilter: (filters: TicketFilters) => void;
  sort: TicketSort;
  onSort: (sort: TicketSort) => void;
}

const openStatuses: readonly TicketStatus[] = ['open', 'pending'];
const priorities: readonly TicketPriority[] = ['critical', 'high', 'medium', 'low'];

const oneOf = <Value extends string>(values: readonly Value[], text: string): Value | null =>
  values.find((value) => value === text) ?? null;

/** What is searched and shown; and the order, where the columns have no heads. */
export function TicketToolbar({ filters, onFilter, sort, onSort }: TicketToolbarProps): ReactNode {
  const { openTickets, statuses, priorities: priorityNames, customer } = useSupport().messages;
  return (
    <div className="sw-toolbar">
      <input
        type="search"
        className="sw-search"
        aria-label={openTickets.search}
        placeholder={openTickets.search}
        value={filters.text}
        onChange={({ target }) => onFilter({ ...filters, text: target.value })}
      />
      <Select
        label={customer.columns.status}
        value={filters.status ?? ''}
        options={[
          { value: '', label: openTickets.anyStatus },
          ...openStatuses.map((value) => ({ value, label: statuses[value] })),
        ]}
        onChange={(value) => onFilter({ ...filters, status: oneOf(openStatuses, value) })}
      />
      <Select
        label={customer.columns.priority}
        value={filters.priority ?? ''}
        options={[
          { value: '', label: openTickets.anyPriority },
          ...priorities.map((value) => ({ value, label: priorityNames[value] })),
        ]}
        onChange={(value) => onFilter({ ...filters, priority: oneOf(priorities, value) })}
      />
      <span className="sw-sort-choice">
        <span aria-hidden="true">{openTickets.sortBy}</span>
        <Select
          label={openTickets.sortBy}
          value={sort.column}
          options={ticketColumns.map((value) => ({ value, label: customer.columns[value] }))}
          onChange={(value) => {
            const column = oneOf(ticketColumns, value);
            if (column) onSort({ column, direction: 'ascending' });
          }}
        />
      </span>
    </div>
  );
}
