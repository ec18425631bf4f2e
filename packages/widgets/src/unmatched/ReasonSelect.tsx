import type { UnmatchedPage } from '@cscx/support-client/operations';
import type { UnmatchedReason } from '@cscx/support-core';
import { type ReactNode, useState } from 'react';
import { Select } from '../parts/Select.js';
import { useSupport } from '../provider/support-context.js';
import { queueLength } from './unmatched-rows.js';

const reasons: readonly UnmatchedReason[] = [
  'unknown_key',
  'no_key',
  'free_mail',
  'conflict',
  'ignored_domain',
  'unknown_link',
];

interface ReasonSelectProps {
  /** Tickets of the whole queue. Undefined: as before, so that whoever chose what cannot be loaded can go back. */
  counts: UnmatchedPage['by_reason'] | undefined;
  /** Undefined: all. */
  reason: UnmatchedReason | undefined;
  onChoose: (reason: UnmatchedReason | undefined) => void;
}

/** Which reason the listed tickets have; reasons that no ticket has are no choice, and an empty queue has none. */
export function ReasonSelect({ counts: newCounts, reason, onChoose }: ReasonSelectProps): ReactNode {
  const { format, messages } = useSupport();
  const { unmatched } = messages;
  const [counts, setCounts] = useState(newCounts);
  if (newCounts && newCounts !== counts) setCounts(newCounts);
  if (!counts) return <span className="sw-reasons-space" />;
  const all = queueLength(counts);
  if (all === 0 && reason === undefined) return null;
  return (
    <Select
      label={unmatched.reason}
      value={reason ?? ''}
      options={[
        { value: '', label: unmatched.anyReason(format.count(all)) },
        ...reasons
          .filter((each) => counts[each] > 0 || each === reason)
          .map((value) => ({
            value,
            label: unmatched.ofReason(unmatched.reasons[value][0], format.count(counts[value])),
          })),
      ]}
      onChange={(value) => onChoose(reasons.find((each) => each === value))}
    />
  );
}
