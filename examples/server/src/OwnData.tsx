import { type ReactNode, useId, useRef } from 'react';
import { KeyForm } from './KeyForm.js';

/** A button, and the way from the demo to somebody's own tickets behind it. */
export function OwnData({ onKey }: { onKey: (key: string) => void }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  return (
    <>
      <button type="button" className="page-button" onClick={() => dialog.current?.showModal()}>
        Use your own data
      </button>
      <dialog className="page-dialog" ref={dialog} aria-labelledby={titleId}>
        <div className="page-dialog-head">
          <h2 id={titleId}>Use your own data</h2>
          <button type="button" className="page-button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </div>
        <ol className="steps">
          <li>
            Export tickets as CSV, JSON or NDJSON. Say in a mapping file which column is which; examples stand in{' '}
            <code>examples/server/mappings</code>, every key in <code>docs/importing.md</code>.
          </li>
          <li>
            Import them, while this server runs:
            <pre className="command">
              npx cscx-support import tickets.csv --mapping mapping.json --organization my-company
            </pre>
          </li>
          <li>
            Make a key for this page:
            <pre className="command">npx cscx-support api-key create --organization my-company</pre>
          </li>
          <li>
            Paste it here:
            <KeyForm onKey={onKey} />
          </li>
        </ol>
      </dialog>
    </>
  );
}
