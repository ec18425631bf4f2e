import type { ReactNode } from 'react';
import { useSupport } from '../provider/support-context.js';

interface SkeletonProps {
  /** What is being loaded, for those who do not see it. */
  label: string;
  /** The boxes that the data will fill. */
  children: ReactNode;
}

/**
 * Stands where the data will be, in its size, until it is there. It is made of the classes that the data is drawn with,
 * and of words that wrap as the real ones will: so it is as high at every width, and with every font of a host.
 */
export function Skeleton({ label, children }: SkeletonProps): ReactNode {
  const { messages } = useSupport();
  return (
    <div className="sw-skeleton">
      <p role="status" className="sw-hidden">
        {messages.loading(label)}
      </p>
      {children}
    </div>
  );
}

/** May be wrapped after it. Without a letter, whose contrast would be looked for. */
const WORD = '%%%%%\u200B';

/** In place of a text of about so many letters. */
export function SkeletonWords({ letters }: { letters: number }): ReactNode {
  return (
    <div className="sw-skeleton-words">
      <span>{WORD.repeat(Math.ceil(letters / 6))}</span>
    </div>
  );
}

interface SkeletonBarProps {
  /** Pixels. */
  height: number;
  /** Of the picture that it stands for. */
  className: string;
}

/** In place of a picture as wide as there is room. */
export function SkeletonBar({ height, className }: SkeletonBarProps): ReactNode {
  return (
    <svg className={className} width="100%" height={height}>
      <rect y="3" width="100%" height={height - 6} rx="4" />
    </svg>
  );
}

/** In place of three numbers. */
export function SkeletonStats(): ReactNode {
  return (
    <div className="sw-stats" aria-hidden="true">
      {[1, 2, 3].map((stat) => (
        <div key={stat} className="sw-stat sw-skeleton-part">
          <div className="sw-stat-label">
            <SkeletonWords letters={14} />
          </div>
          <div className="sw-stat-value">
            <SkeletonWords letters={4} />
          </div>
          <div className="sw-stat-note">
            <SkeletonWords letters={20} />
          </div>
        </div>
      ))}
    </div>
  );
}

interface SkeletonPanelProps {
  /** Lets rows reach from edge to edge. */
  isFlush?: boolean;
  /** What stands above its content. Default: a title. */
  head?: ReactNode;
  children: ReactNode;
}

/** In place of a panel. */
export function SkeletonPanel({ isFlush, head, children }: SkeletonPanelProps): ReactNode {
  return (
    <div className="sw-panel" data-flush={isFlush} aria-hidden="true">
      <div className="sw-skeleton-part">
        {head ?? (
          <div className="sw-panel-header">
            <SkeletonWords letters={16} />
          </div>
        )}
        {children}
      </div>
    </div>
  );
}

interface SkeletonRowsProps {
  rows: number;
  /** Letters of each line of a row. */
  lines: readonly number[];
  /** Class of a row. Default: one of a list. */
  row?: string;
  /** Beside or below the lines of a row. */
  bar?: ReactNode;
}

/** In place of a list of so many rows. */
export function SkeletonRows({ rows, lines, row = 'sw-skeleton-row', bar }: SkeletonRowsProps): ReactNode {
  return Array.from({ length: rows }, (_, index) => (
    <div key={index} className={row}>
      <div>
        {lines.map((letters, line) => (
          <SkeletonWords key={line} letters={letters} />
        ))}
      </div>
      {bar}
    </div>
  ));
}

/** In place of a panel with a list of so many rows, which reach from edge to edge. */
export function SkeletonList(props: SkeletonRowsProps): ReactNode {
  return (
    <SkeletonPanel isFlush>
      <SkeletonRows {...props} />
    </SkeletonPanel>
  );
}
