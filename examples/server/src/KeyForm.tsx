import type { FormEvent, ReactNode } from 'react';

/** Asks for an API key when the server took none that the page has. */
export function KeyForm({ onKey }: { onKey: (key: string) => void }): ReactNode {
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const key = new FormData(event.currentTarget).get('key');
    if (typeof key === 'string' && key.trim() !== '') onKey(key.trim());
  };
  return (
    <form className="key-form" onSubmit={submit}>
      <h1>Which organization?</h1>
      <p>
        This server knows its callers by API keys. Make one with{' '}
        <code>npx cscx-support api-key create --organization ID</code> and paste it here; it is kept until the tab
        closes.
      </p>
      <label htmlFor="key">API key</label>
      <div className="key-row">
        <input id="key" name="key" type="password" autoComplete="off" required />
        <button type="submit">Open</button>
      </div>
    </form>
  );
}
