import { Fragment, type ReactNode } from 'react';
import { CustomerLink } from '../parts/CustomerLink.js';
import { AnyIcon } from '../parts/AnyIcon.js';
import { SeverityMark } from '../parts/SeverityMark.js';
import { useSupport } from '../provider/support-context.js';
import type { CustomerRow } from './customer-rows.js';

/** Customers as lines: how bad, who, why. Each line leads to its customer where the host can open one. */
export function CustomerList({ rows }: { rows: readonly CustomerRow[] }): ReactNode {
  const { onDrilldown, onSelectCustomer, slots } = useSupport();
  const isLink = (onSelectCustomer ?? onDrilldown ?? slots.customerLink) !== undefined;
  return (
    <ul className="sw-list sw-rows">
      {rows.map((row) => (
        <li key={row.customer_id}>
          <CustomerLink
            customer={{ customer_id: row.customer_id, customer_name: row.name }}
            className={isLink ? 'sw-row sw-row-button' : 'sw-row'}
          >
            <CustomerLine row={row} />
            {isLink && <AnyIcon name="next" />}
          </CustomerLink>
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
        <span className="sw-row-title" dir="auto" title={name}>
          {name}
        </span>
        <span className="sw-row-note" dir="auto" title={reasons.join(' · ')}>
          {reasons.map((reason, index) => (
            <Fragment key={reason}>
              {index > 0 && ' '}
              <span>{index < reasons.length - 1 ? `${reason} ·` : reason}</span>
            </Fragment>
          ))}
        </span>
      </span>
    </>
  );
}
