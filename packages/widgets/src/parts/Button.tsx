import type { ReactNode } from 'react';

interface ButtonProps {
  onClick?: (() => void) | undefined;
  /** `quiet` is text only, `small` a quiet one beside others. @default 'outlined' */
  look?: 'outlined' | 'quiet' | 'small';
  /** What it is called where what stands on it does not say enough. */
  label?: string | undefined;
  isExpanded?: boolean;
  isPressed?: boolean;
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
  isPressed,
  isDisabled,
  isSubmit = false,
  children,
}: ButtonProps): ReactNode {
  return (
    <button
      type={isSubmit ? 'submit' : 'button'}
      className={`sw-button sw-button-${look}`}
      aria-label={label}
      aria-expanded={isExpanded}
      aria-pressed={isPressed}
      aria-disabled={isDisabled}
      onClick={isDisabled ? undefined : onClick}
    >
      {children}
    </button>
  );
}
