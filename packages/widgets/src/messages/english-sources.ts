/** Where tickets come from besides the support systems that have a name, in English. */
export const englishSources = {
  sources: { webhook: 'Signed webhook', import: 'File import' } as Readonly<Record<string, string>>,
};
