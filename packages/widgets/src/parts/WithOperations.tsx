import type { OperationsClient } from '@cscx/support-client/operations';
import type { ReactNode } from 'react';
import type { WidgetsClient } from '../provider/support-context.js';
import { useSupport } from '../provider/support-context.js';
import { Widget } from './Widget.js';

interface WithOperationsProps {
  part: string;
  title: string;
  className: string | undefined;
  children: (operations: OperationsClient) => ReactNode;
}

const hasOperations = (client: WidgetsClient): client is WidgetsClient & OperationsClient =>
  client.getSyncStatus !== undefined && client.linkTicket !== undefined;

/** For widgets that need more than a page's client: without it they say, inside of their boundary, what is missing. */
export function WithOperations({ children, ...element }: WithOperationsProps): ReactNode {
  const { client } = useSupport();
  if (hasOperations(client)) return children(client);
  return (
    <Widget {...element}>
      <Missing part={element.part} />
    </Widget>
  );
}

function Missing({ part }: { part: string }): never {
  throw new Error(
    `The widget ${part} needs the operations client too: ` +
      '<SupportProvider client={{ ...createSupportClient(options), ...createOperationsClient(options) }}>, ' +
      'made once, with createOperationsClient from @cscx/support-client/operations.',
  );
}
