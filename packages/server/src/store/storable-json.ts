const UNSTORABLE = /\\u(?:0000|d[89a-f])/i;

/**
 * JSON text that PostgreSQL takes as jsonb. It refuses NUL characters and halves of surrogate pairs, which real
 * subjects contain; they are left out and replaced.
 */
export const storableJson = (value: unknown): string => {
  const text = JSON.stringify(value);
  // Looking at the text first: nearly all of it is clean, and a replacer function is slow.
  if (!UNSTORABLE.test(text)) return text;
  return JSON.stringify(value, (_key, field: unknown) =>
    typeof field === 'string' ? field.replaceAll('\0', '').toWellFormed() : field,
  );
};
