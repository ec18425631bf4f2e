import type { ReactNode } from 'react';
import type { Pages } from '../data/use-pages.js';
import { useSupport } from '../provider/support-context.js';
import { Button } from './Button.js';

/** Asks for the next page of a list; absent when there is none. */
export function MoreButton({
  pages,
}: {
  pages: Pick<Pages<never>, 'hasMore' | 'isLoading' | 'hasFailed' | 'loadMore'>;
}): ReactNode {
  const { messages } = useSupport();
  if (!pages.hasMore) return null;
  return (
    <div className="sw-more">
      {pages.hasFailed && <p role="alert">{messages.moreFailed}</p>}
      <Button onClick={pages.loadMore} isDisabled={pages.isLoading}>
        {pages.isLoading ? messages.loadingMore : pages.hasFailed ? messages.retry : messages.showMore}
      </Button>
    </div>
  );
}
