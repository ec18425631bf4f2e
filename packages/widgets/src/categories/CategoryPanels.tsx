import type { ReactNode } from 'react';
import type { About } from '../metrics/metrics-scope.js';
import { Explain } from '../parts/Explain.js';
import { Notice } from '../parts/Notice.js';
import { Panel } from '../parts/Panel.js';
import { useSupport } from '../provider/support-context.js';
import { CategoryBars } from './CategoryBars.js';
import { ChangeDrivers } from './ChangeDrivers.js';
import { categoryBars } from './category-bars.js';
import { type ChangeSide, explainChange } from './explain-change.js';

/** What {@link TopCategoriesView} draws. */
export interface CategoryData {
  /** Tickets of the period, as `tickets` of a customer's metrics has them. */
  current: ChangeSide;
  /** The same of the period before: each category is set against it, and the difference explained. */
  previous?: ChangeSide | undefined;
  /** Period and freshness; with it, each number says what it means. */
  about?: About | undefined;
  /** Makes each category lead somewhere. */
  onSelectCategory?: ((category: string) => void) | undefined;
}

/** What tickets are about, and why their number changed. */
export function CategoryPanels({ current, previous, about, onSelectCategory }: CategoryData): ReactNode {
  const words = useSupport();
  const { format, messages } = words;
  const { categories } = messages;
  const bars = categoryBars(current.by_category, previous?.by_category, words);
  if (bars.length === 0) return <Notice icon="low" title={categories.none} hint={categories.noneHint} />;
  return (
    <div className={previous ? 'sw-columns' : undefined}>
      <Panel
        part="categories"
        explanation={
          about && <Explain label={categories.title} meaning={{ ...about, definition: categories.meaning }} />
        }
        title={categories.tickets(current.total, format.count(current.total))}
        action={
          previous && (
            <span className="sw-tally-note">
              <svg className="sw-key" width="16" height="8" aria-hidden="true">
                <rect className="sw-topic-before" y="2" width="16" height="3" rx="1.5" />
              </svg>{' '}
              {categories.before(format.count(previous.total))}
            </span>
          )
        }
      >
        <CategoryBars bars={bars} onSelect={onSelectCategory} />
      </Panel>
      {previous && (
        <Panel part="why" title={categories.why}>
          <ChangeDrivers explanation={explainChange(current, previous)} />
        </Panel>
      )}
    </div>
  );
}
