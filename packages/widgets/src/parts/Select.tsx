import type { ReactNode } from 'react';
import { Icon } from './Icon.js';

interface SelectProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

/** A choice of one; the browser's own, so that keyboard, touch and screen readers work as everywhere. */
export function Select({ label, value, options, onChange }: SelectProps): ReactNode {
  return (
    <span className="sw-select">
      <select
        className="sw-select-field"
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron" />
    </span>
  );
}
