import { closestMatch } from 'leven';
import type { z } from 'zod';
import type { InputIssue } from '../../../errors/invalid-input-error.js';

/** `; did you mean "status"?` where a name is close to a known one, else nothing. */
export const didYouMean = (name: string, known: readonly string[]): string => {
  const closest = closestMatch(
    name.toLowerCase(),
    known.map((candidate) => candidate.toLowerCase()),
    {
      maxDistance: Math.max(2, Math.floor(name.length / 3)),
    },
  );
  const match = known.find((candidate) => candidate.toLowerCase() === closest);
  return match === undefined ? '' : `; did you mean "${match}"?`;
};

/** The known keys of an object that the issue's path leads to. */
export type KeysAt = (path: readonly PropertyKey[]) => readonly string[];

/** One issue for each unknown key, the others as zod words them. */
export const describeInputIssues = ({ issues }: z.core.$ZodError, keysAt: KeysAt): InputIssue[] =>
  issues.flatMap((issue): InputIssue[] => {
    if (issue.code !== 'unrecognized_keys') return [{ path: issue.path.map(String).join('.'), message: issue.message }];
    const known = keysAt(issue.path);
    return issue.keys.map((key) => ({
      path: [...issue.path, key].map(String).join('.'),
      message: `unknown key${didYouMean(key, known)}`,
    }));
  });
