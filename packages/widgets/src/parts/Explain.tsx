import type { ReactNode } from 'react';
import { englishMeanings } from '../messages/english-meanings.js';
import { speaks } from '../messages/spoken-english.js';
import type { DrilldownTarget } from '../provider/drilldown.js';
import { useSupport } from '../provider/support-context.js';
import { Button } from './Button.js';
import { Freshness } from './Freshness.js';
import { Icon } from './Icon.js';
import { Popover } from './Popover.js';

speaks(englishMeanings);

/** What a number says of itself. */
export interface Meaning {
  definition: string;
  /** Days that it is of; absent for a number of now. */
  period?: string | undefined;
  /** How many things it was computed from: `88 ratings`. */
  basis?: string | undefined;
  /** Instant up to which data is in it; null before any came in. */
  asOf: string | null;
  /** The tickets behind it. */
  target?: DrilldownTarget | undefined;
}

interface ExplainProps {
  /** Name of the number. */
  label: string;
  meaning: Meaning;
  /** After the facts: what else there is to say. */
  children?: ReactNode;
}

/** A button beside a number that opens what it means, and leads to the tickets behind it. */
export function Explain({ label, meaning, children }: ExplainProps): ReactNode {
  const { definition, period, basis, asOf, target } = meaning;
  const { messages, onDrilldown } = useSupport();
  const facts = [
    { name: messages.aboutPeriod, value: period ?? messages.aboutNow },
    ...(basis === undefined ? [] : [{ name: messages.aboutBasis, value: basis }]),
    { name: messages.aboutFreshness, value: <Freshness asOf={asOf} /> },
  ];
  return (
    <Popover label={messages.about(label)} className="sw-explain" face={<Icon name="low" />}>
      {(close) => (
        <>
          <p className="sw-popover-title">{label}</p>
          <p className="sw-popover-text">{definition}</p>
          <dl className="sw-facts">
            {facts.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {children}
          {onDrilldown && target && (
            <Button
              onClick={() => {
                close();
                onDrilldown(target);
              }}
            >
              {messages.seeTickets}
            </Button>
          )}
        </>
      )}
    </Popover>
  );
}
