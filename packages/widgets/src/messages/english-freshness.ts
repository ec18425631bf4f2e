/** How old data is, in English. */
export const englishFreshness = {
  updated: (ago: string) => `Updated ${ago}`,
  neverUpdated: 'No data received yet',
};
