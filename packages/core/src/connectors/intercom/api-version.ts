/**
 * Says whether a version of the API is a given one or newer. Versions with a name, such as `Preview`, move: they are the
 * newest.
 *
 * @example
 * isVersionFrom('2.9', 2, 16); // false
 */
export const isVersionFrom = (version: string, major: number, minor: number): boolean => {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  if (Number.isNaN(ownMajor)) return true;
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
};
