/** What stands around the meaning of a number, in English. */
export const englishMeanings = {
  about: (what: string) => `About: ${what}`,
  aboutBasis: 'Based on',
  aboutFreshness: 'Data',
  aboutNow: 'Now',
  seeTickets: 'View these tickets',
  aboutPeriod: 'Period',
};
