import type { ReactNode } from 'react';

const COMMANDS = [
  'npx cscx-support import tickets.csv --mapping mapping.json --organization my-company',
  'npx cscx-support api-key create --organization my-company',
];

/** How somebody gets from the demo to their own tickets. */
export function OwnData(): ReactNode {
  return (
    <details className="own-data">
      <summary>Use your own data</summary>
      <p>
        Export tickets from your support system as CSV, JSON or NDJSON, describe its columns in a mapping file
        (docs/importing.md; examples are in examples/server/mappings), and run:
      </p>
      <pre>
        <code>{COMMANDS.join('\n')}</code>
      </pre>
      <p>
        Then start with <code>npm start -- --no-demo</code> and paste the key that the second command printed.
      </p>
    </details>
  );
}
