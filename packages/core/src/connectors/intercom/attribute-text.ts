/**
 * The value of a custom attribute as text. Its keys are display names that an administrator chose, `constructor` among
 * the possible ones: only own keys count. Null where there is no single value.
 */
export const attributeText = (attributes: unknown, name: string | undefined): string | null => {
  if (name === undefined || typeof attributes !== 'object' || attributes === null) return null;
  if (!Object.hasOwn(attributes, name)) return null;
  const value: unknown = Reflect.get(attributes, name);
  if (typeof value === 'string') return value.trim() || null;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
};
