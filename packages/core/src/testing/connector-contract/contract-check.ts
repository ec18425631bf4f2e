/** @throws Error that names what the contract expects */
export const check = (holds: boolean, expected: string): void => {
  if (!holds) throw new Error(`the connector contract expects ${expected}`);
};

/** The value, which has to be there. */
export const present = <Value>(value: Value | undefined | null, expected: string): Value => {
  if (value == null) throw new Error(`the connector contract expects ${expected}`);
  return value;
};
