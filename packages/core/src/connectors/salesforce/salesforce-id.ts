const ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;
const CHECK = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Says which of five characters are upper case, as one character. */
const checkCharacter = (five: string): string => {
  let bits = 0;
  for (let index = 0; index < five.length; index += 1) {
    const character = five[index] ?? '';
    if (character >= 'A' && character <= 'Z') bits += 1 << index;
  }
  return CHECK[bits] ?? '';
};

/**
 * The 18 characters of a record's id, which may be compared without regard to case. Reports and people give the 15
 * that may not.
 *
 * @returns null for what is no id
 * @example
 * salesforceId('500dM00003F2OMj'); // '500dM00003F2OMjQAN'
 */
export const salesforceId = (text: string): string | null => {
  if (!ID.test(text)) return null;
  if (text.length === 18) return text;
  return text + [0, 5, 10].map((from) => checkCharacter(text.slice(from, from + 5))).join('');
};
