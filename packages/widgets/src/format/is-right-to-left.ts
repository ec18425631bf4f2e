/** Scripts of the living languages that are written from right to left. */
const SCRIPTS = /^(Arab|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg)$/;

/** Whether a language is written from right to left; the script of a tag such as `ur` or `az-Arab` decides. */
export const isRightToLeft = (language: string): boolean =>
  SCRIPTS.test(new Intl.Locale(language).maximize().script ?? '');
