import type { ReactNode } from 'react';
import { Icon } from '../parts/Icon.js';
import { Panel } from '../parts/Panel.js';
import { useSupport } from '../provider/support-context.js';
import type { Words } from '../provider/words.js';
import type { ChangeDriver, ChangeExplanation } from './explain-change.js';

/** Why there are more tickets, or fewer, than in the period before. */
export function WhyPanel({ explanation: { change, drivers } }: { explanation: ChangeExplanation }): ReactNode {
  const words = useSupport();
  const { format, messages } = words;
  const { categories } = messages;
  return (
    <Panel part="why" title={categories.why}>
      <p className="sw-why">{change === 0 ? categories.whyNone : categories.whyMore(change, format.change(change))}</p>
      {(['category', 'priority'] as const).map((dimension) => (
        <ul key={dimension} className="sw-list sw-drivers" aria-label={categories[dimension]}>
          {drivers
            .filter((driver) => driver.dimension === dimension)
            .map((driver) => (
              <li key={driver.name} className="sw-driver">
                <Icon name={driver.change > 0 ? 'up' : 'down'} />
                <strong>{format.change(driver.change)}</strong>
                <span className="sw-driver-name">{driverName(driver, words)}</span>
                <span className="sw-tally-note">
                  {categories.fromTo(format.count(driver.previous), format.count(driver.current))}
                </span>
              </li>
            ))}
        </ul>
      ))}
    </Panel>
  );
}

function driverName({ dimension, name }: ChangeDriver, { messages }: Words): string {
  const { categories, priorities } = messages;
  if (dimension === 'category') return name === 'uncategorized' ? categories.uncategorized : name;
  return categories.ofPriority(priorities[name as keyof typeof priorities]);
}
