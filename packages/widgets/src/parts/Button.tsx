import type { ReactNode } from 'react';

interface ButtonProps {
  onClick: () => void;
  /** `quiet` is text only. @default 'outlined' */
  look?: 'outlined' | 'quiet';
  isExpanded?: boolean;
  isPressed?: boolean;
  isDisabled?: boolean;
  children: ReactNode;
}

/** A push button. */
export function Button({
  onClick,
  look = 'outlined',
  isExpanded,
  isPressed,
  isDisabled,
  children,
}: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      className={`sw-button sw-button-${look}`}
      aria-expanded={isExpanded}
      aria-pressed={isPressed}
      aria-disabled={isDisabled}
      onClick={isDisabled ? undefined : onClick}
    >
      {children}
    </button>
  );
}
