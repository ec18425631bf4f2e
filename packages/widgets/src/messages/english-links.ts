/** What a link out of the page says, in English. */
export const englishLinks = { opens: (ticket: string) => `${ticket}, opens in the support system` };
