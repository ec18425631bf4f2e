import type { ReactNode } from 'react';
import { AnyIcon } from '../parts/AnyIcon.js';
import { useSupport } from '../provider/support-context.js';
import { barWidth } from '../charts/BarTrack.js';
import type { CategoryBar } from './category-bars.js';

interface CategoryBarsProps {
  bars: readonly CategoryBar[];
  /** Makes each category a button. */
  onSelect: ((category: string) => void) | undefined;
}

/** Bars of counts; a thin line below each is the period before. Every number is in words, so colour says nothing alone. */
export function CategoryBars({ bars, onSelect }: CategoryBarsProps): ReactNode {
  const { categories } = useSupport().messages;
  return (
    <ul className="sw-list sw-topics" data-compared={bars.some(({ previousLength }) => previousLength !== null)}>
      {bars.map((bar) => (
        <li key={bar.category ?? ''} className="sw-topic">
          <CategoryName bar={bar} onSelect={onSelect} />
          <span className="sw-topic-value">
            <strong>{bar.value}</strong>
            <span className="sw-tally-note">{bar.share}</span>
          </span>
          <svg className="sw-topic-bars" width="100%" height="13" aria-hidden="true">
            <rect className="sw-bar-fill" y="1" width={barWidth(bar.length)} height="8" rx="2" />
            {bar.previousLength !== null && (
              <rect className="sw-topic-before" y="10" width={barWidth(bar.previousLength)} height="3" rx="1.5" />
            )}
          </svg>
          {bar.change !== undefined && bar.changeTone !== undefined && (
            <span className="sw-topic-change">
              <AnyIcon name={bar.changeTone} />
              <span className="sw-hidden">{categories.against}: </span>
              {bar.change}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function CategoryName({
  bar: { category, label },
  onSelect,
}: { bar: CategoryBar } & Pick<CategoryBarsProps, 'onSelect'>) {
  if (!onSelect || category === null) {
    return (
      <span className="sw-topic-name" title={label}>
        {label}
      </span>
    );
  }
  return (
    <button type="button" className="sw-link sw-topic-name" title={label} onClick={() => onSelect(category)}>
      {label}
    </button>
  );
}
