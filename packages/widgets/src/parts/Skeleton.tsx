import type { ReactNode } from 'react';
import { useSupport } from '../provider/support-context.js';

interface SkeletonProps {
  /** What is being loaded, for those who do not see it. */
  label: string;
  /** Height of each box in rows of text. */
  boxes: readonly number[];
}

/** Boxes of the size that the data will have. */
export function Skeleton({ label, boxes }: SkeletonProps): ReactNode {
  const { messages } = useSupport();
  return (
    <div className="sw-skeleton">
      <p role="status" className="sw-hidden">
        {messages.loading(label)}
      </p>
      {boxes.map((rows, index) => (
        <svg key={index} className="sw-skeleton-box" height={rows * 20} aria-hidden="true" />
      ))}
    </div>
  );
}
