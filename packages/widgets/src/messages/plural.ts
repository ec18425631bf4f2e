/** A text for each plural form that a language has; `#` is the number. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/**
 * Gives the function that picks a plural form by the rules of a language.
 *
 * @example
 * pluralOf('en')(1, '1', { one: '# ticket', other: '# tickets' }) // '1 ticket'
 */
export function pluralOf(language: string): (count: number, formatted: string, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  return (count, formatted, forms) => (forms[rules.select(count)] ?? forms.other).replace('#', () => formatted);
}
