import type { ReactNode } from 'react';
import { Explain } from '../parts/Explain.js';
import { AnyIcon } from '../parts/AnyIcon.js';
import type { About } from '../metrics/metrics-scope.js';
import { Panel } from '../parts/Panel.js';
import { useSupport } from '../provider/support-context.js';
import type { SlaClock, SlaShare } from './sla-clocks.js';

interface SlaClockPanelProps {
  clock: SlaClock;
  targetPct: number;
  about: About | undefined;
  /** Makes each count a button. */
  onSelect: ((share: SlaShare) => void) | undefined;
}

/** One clock: how often its target was met, where the tickets stand, and how long things took. */
export function SlaClockPanel({ clock, targetPct, about, onSelect }: SlaClockPanelProps): ReactNode {
  const { sla } = useSupport().messages;
  const { metric, label, pct, value, tone, icon, verdict, trend, shares, durations, durationCount } = clock;
  return (
    <Panel
      part={`sla-${metric}`}
      title={label}
      explanation={
        about && (
          <Explain label={label} meaning={{ ...about, definition: sla.meanings[metric], basis: clock.decided }} />
        )
      }
      action={pct !== null && <span className="sw-tally-note">{trend}</span>}
    >
      <p className="sw-headline" data-tone={tone}>
        <strong>{value}</strong>
        <span className="sw-verdict" data-tone={tone}>
          <AnyIcon name={icon} />
          {verdict}
        </span>
      </p>
      <MetTrack pct={pct} tone={tone} targetPct={targetPct} />
      <dl className="sw-tally">
        {shares.map((share) => (
          <div key={share.id} data-sw-part={`sla-${metric}-${share.id}`}>
            <dt>{share.label}</dt>
            <dd>
              <ShareValue share={share} of={label} onSelect={onSelect} />
              {share.note !== undefined && <span className="sw-tally-note"> {share.note}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <dl className="sw-tally" aria-label={`${sla.timeTaken}, ${durationCount}`}>
        {durations.map((duration) => (
          <div key={duration.label}>
            <dt>{duration.label}</dt>
            <dd>{duration.value}</dd>
          </div>
        ))}
        <div>
          <dt>{sla.timeTaken}</dt>
          <dd className="sw-tally-note">{durationCount}</dd>
        </div>
      </dl>
    </Panel>
  );
}

function ShareValue({ share, of, onSelect }: { share: SlaShare; of: string } & Pick<SlaClockPanelProps, 'onSelect'>) {
  if (!onSelect || share.count === 0) return <>{share.value}</>;
  return (
    <button
      type="button"
      className="sw-link"
      aria-label={`${of}: ${share.label} ${share.value}`}
      onClick={() => onSelect(share)}
    >
      {share.value}
    </button>
  );
}

function MetTrack({ pct, tone, targetPct }: Pick<SlaClock, 'pct' | 'tone'> & { targetPct: number }): ReactNode {
  return (
    <svg className="sw-bar-track" width="100%" height="14" aria-hidden="true">
      <rect className="sw-bar-rest" y="3" width="100%" height="8" rx="4" />
      {pct !== null && <rect className="sw-bar-fill" data-tone={tone} y="3" width={`${pct}%`} height="8" rx="4" />}
      <line className="sw-bar-mark" x1={`${targetPct}%`} x2={`${targetPct}%`} y1="0" y2="14" />
    </svg>
  );
}
