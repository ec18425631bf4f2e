import { type FormEvent, type ReactNode, useId } from 'react';

/** Takes an API key; it is kept until the tab closes. */
export function KeyForm({ onKey }: { onKey: (key: string) => void }): ReactNode {
  const inputId = useId();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const key = new FormData(event.currentTarget).get('key');
    if (typeof key === 'string' && key.trim() !== '') onKey(key.trim());
  };
  return (
    <form className="key-form" onSubmit={submit}>
      <label htmlFor={inputId}>API key</label>
      <div className="key-row">
        <input id={inputId} name="key" type="password" autoComplete="off" placeholder="cscx_…" required />
        <button type="submit" className="page-button page-button-primary">
          Open
        </button>
      </div>
      <p>Kept in this tab until it closes.</p>
    </form>
  );
}
