import type { VolumeSummary } from '@cscx/support-core';
import type { ReactNode } from 'react';
import { ChangeDrivers } from '../categories/ChangeDrivers.js';
import { explainChange, sideBefore } from '../categories/explain-change.js';
import { BarList } from '../charts/BarList.js';
import { Explain, type Meaning } from '../parts/Explain.js';
import { Notice } from '../parts/Notice.js';
import { Panel } from '../parts/Panel.js';
import { useSupport } from '../provider/support-context.js';
import { categoryRows } from './category-rows.js';

interface CategoriesPanelProps {
  tickets: VolumeSummary;
  meaning: Meaning;
}

/** What a customer's tickets of the period are about, how many they are, and why they became more or fewer. */
export function CategoriesPanel({ tickets, meaning }: CategoriesPanelProps): ReactNode {
  const words = useSupport();
  const { format, messages } = words;
  const { categories, customer } = messages;
  const rows = categoryRows(tickets.by_category, words);
  const before = sideBefore(tickets);
  return (
    <Panel
      part="categories"
      title={customer.categories}
      explanation={
        <Explain label={customer.categories} meaning={meaning}>
          {before && <ChangeDrivers explanation={explainChange(tickets, before)} />}
        </Explain>
      }
      action={
        // That nothing stayed nothing is no news.
        (tickets.total > 0 || (before?.total ?? 0) > 0) && (
          <span className="sw-tally-note">
            {meaning.basis}
            {before && (
              <>
                {' · '}
                <span className="sw-hidden">{categories.against}: </span>
                {format.change(tickets.total - before.total)}
              </>
            )}
          </span>
        )
      }
    >
      {rows.length > 0 ? <BarList rows={rows} isCompact /> : <Notice icon="low" title={customer.categoriesNone} />}
    </Panel>
  );
}
