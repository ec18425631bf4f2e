/** A text in quotes. */
export const soqlString = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`;

/** `Id IN ('…', '…')`. */
export const soqlIn = (field: string, values: readonly string[]): string =>
  `${field} IN (${values.map(soqlString).join(',')})`;

/** All conditions together; nothing where there are none. */
export const soqlWhere = (conditions: readonly (string | null)[]): string => {
  const given = conditions.filter((condition) => condition !== null);
  return given.length === 0 ? '' : ` WHERE ${given.join(' AND ')}`;
};

/** Ids of one query: with them it stays well below the 16,384 characters of an address. */
const CHUNK = 400;

/** Cuts a list of ids into as many as fit into one query each. */
export const idChunks = (ids: readonly string[], size = CHUNK): string[][] =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, index) => ids.slice(index * size, (index + 1) * size));
