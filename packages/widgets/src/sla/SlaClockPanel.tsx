import type { ReactNode } from 'react';
import { BarTrack } from '../charts/BarTrack.js';
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
  const { metric, label, pct, value, tone, icon, verdict, trend, trendLook, shares, durations, durationCount } = clock;
  return (
    <Panel
      part={`sla-${metric}`}
      title={label}
      explanation={
        about && (
          <Explain label={label} meaning={{ ...about, definition: sla.meanings[metric], basis: clock.decided }} />
        )
      }
      action={
        pct !== null && (
          <span className="sw-verdict sw-tally-note" data-tone={trendLook.tone}>
            <AnyIcon name={trendLook.icon} />
            {trend}
          </span>
        )
      }
    >
      <p className="sw-headline" data-tone={tone}>
        <strong>{value}</strong>
        <span className="sw-verdict" data-tone={tone}>
          <AnyIcon name={icon} />
          {verdict}
        </span>
      </p>
      <BarTrack pct={pct} tone={tone} target={targetPct} />
      <dl className="sw-tally">
        {shares.map((share) => (
          <div key={share.id} data-sw-part={`sla-${metric}-${share.id}`}>
            <dt>{share.label}</dt>
            <dd>
              <ShareValue share={share} of={label} onSelect={onSelect} />
              {share.note !== undefined && (
                <>
                  {' · '}
                  <span className="sw-verdict sw-tally-note" data-tone="warn">
                    <AnyIcon name="warning" />
                    {share.note}
                  </span>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="sw-tally-head">
        {sla.timeTaken} {durationCount}
      </p>
      <dl className="sw-tally">
        {durations.map((duration) => (
          <div key={duration.label}>
            <dt>{duration.label}</dt>
            <dd>{duration.value}</dd>
          </div>
        ))}
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
