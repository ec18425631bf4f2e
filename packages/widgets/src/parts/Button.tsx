import type { MouseEvent, ReactNode } from 'react';

interface ButtonProps {
  onClick?: ((event: MouseEvent) => void) | undefined;
  /** `quiet` is text only, `small` a quiet one beside others. @default 'outlined' */
  look?: 'outlined' | 'quiet' | 'small';
  /** What it is called where what stands on it does not say enough. */
  label?: string | undefined;
  isExpanded?: boolean;
  isDisabled?: boolean;
  /** Sends the form that it is in. */
  isSubmit?: boolean;
  children: ReactNode;
}

/** A push button. */
export function Button({
  onClick,
  look = 'outlined',
  label,
  isExpanded,
  isDisabled,
  isSubmit,
  children,
}: ButtonProps): ReactNode {
  return (
    <button
      type={isSubmit ? 'submit' : 'button'}
      className={`sw-button sw-button-${look}`}
      aria-label={label}
      aria-expanded={isExpanded}
      aria-disabled={isDisabled}
      onClick={isDisabled ? undefined : onClick}
    >
      {children}
    </button>
  );
}
