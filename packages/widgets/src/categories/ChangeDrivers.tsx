import type { ReactNode } from 'react';
import { englishCategories } from '../messages/english-categories.js';
import { speaks } from '../messages/spoken-english.js';
import { AnyIcon } from '../parts/AnyIcon.js';
import { useSupport } from '../provider/support-context.js';
import type { Words } from '../provider/words.js';
import type { ChangeDriver, ChangeExplanation } from './explain-change.js';

speaks({ categories: englishCategories });

/** By how much tickets became more or fewer, and what moved most, by category and by priority. */
export function ChangeDrivers({ explanation: { change, drivers } }: { explanation: ChangeExplanation }): ReactNode {
  const words = useSupport();
  const { format, messages } = words;
  const { categories } = messages;
  return (
    <>
      <p className="sw-why">{change === 0 ? categories.whyNone : categories.whyMore(change, format.change(change))}</p>
      {(['category', 'priority'] as const).map((dimension) => (
        <ul key={dimension} className="sw-list sw-drivers" aria-label={categories[dimension]}>
          {drivers
            .filter((driver) => driver.dimension === dimension)
            .map((driver) => (
              <li key={driver.name ?? ''} className="sw-driver">
                <AnyIcon name={driver.change > 0 ? 'up' : 'down'} />
                <strong>{format.change(driver.change)}</strong>
                <span className="sw-driver-name">{driverName(driver, words)}</span>
                <span className="sw-tally-note">
                  {categories.fromTo(format.count(driver.previous), format.count(driver.current))}
                </span>
              </li>
            ))}
        </ul>
      ))}
    </>
  );
}

function driverName({ dimension, name }: ChangeDriver, { messages }: Words): string {
  const { categories, priorities } = messages;
  if (name === null) return categories.rest;
  if (dimension === 'category') return name === 'uncategorized' ? categories.uncategorized : name;
  return categories.ofPriority(priorities[name as keyof typeof priorities]);
}
