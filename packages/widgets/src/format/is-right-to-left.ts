/** Scripts of the living languages that are written from right to left. */
const SCRIPTS = /^(Arab|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg)$/;

/** The languages of our own catalogues: a browser that has not used `Intl` yet takes milliseconds to look one up. */
const OURS = /^(en|fr|de|es|ja)$/;

/** Whether a language is written from right to left; the script of a tag such as `ur` or `az-Arab` decides. */
export const isRightToLeft = (language: string): boolean =>
  !OURS.test(language) && SCRIPTS.test(new Intl.Locale(language).maximize().script ?? '');
