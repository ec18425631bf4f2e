import type { UnmatchedPage } from '@cscx/support-client/operations';
import type { UnmatchedReason } from '@cscx/support-core';
import type { ReactNode } from 'react';
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
  /** Tickets of the whole queue. */
  counts: UnmatchedPage['by_reason'];
  /** Undefined: all. */
  reason: UnmatchedReason | undefined;
  onChoose: (reason: UnmatchedReason | undefined) => void;
}

/** Which reason the listed tickets have; reasons that no ticket has are no choice. */
export function ReasonSelect({ counts, reason, onChoose }: ReasonSelectProps): ReactNode {
  const { format, messages } = useSupport();
  const { unmatched } = messages;
  return (
    <Select
      label={unmatched.reason}
      value={reason ?? ''}
      options={[
        { value: '', label: unmatched.anyReason(format.count(queueLength(counts))) },
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
