import type { ReactNode } from 'react';
import { Icon } from '../parts/Icon.js';
import { SeverityMark } from '../parts/SeverityMark.js';
import type { CustomerRow } from './customer-rows.js';

interface CustomerListProps {
  rows: readonly CustomerRow[];
  /** Makes each line a button. */
  onSelect: ((customerId: string) => void) | undefined;
}

/** Customers as lines: how bad, who, why. */
export function CustomerList({ rows, onSelect }: CustomerListProps): ReactNode {
  return (
    <ul className="sw-list sw-rows">
      {rows.map((row) => (
        <li key={row.customer_id}>
          {onSelect ? (
            <button type="button" className="sw-row sw-row-button" onClick={() => onSelect(row.customer_id)}>
              <CustomerLine row={row} />
              <Icon name="next" />
            </button>
          ) : (
            <div className="sw-row">
              <CustomerLine row={row} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function CustomerLine({ row: { severity, name, reasons } }: { row: CustomerRow }): ReactNode {
  return (
    <>
      <SeverityMark severity={severity} />
      <span className="sw-row-text">
        <span className="sw-row-title" title={name}>
          {name}
        </span>
        <span className="sw-row-note" title={reasons}>
          {reasons}
        </span>
      </span>
    </>
  );
}
