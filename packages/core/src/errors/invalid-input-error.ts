import type { z } from 'zod';
import { SupportError } from './support-error.js';

/** One thing wrong with an input. */
export interface InputIssue {
  /** Dotted path of the field, such as `columns.status`; empty for the whole input. */
  path: string;
  /** What was expected. */
  message: string;
}

/** An input that is not what it should be; `issues` names every bad field. */
export class InvalidInputError extends SupportError {
  readonly code = 'invalid_input';
  readonly issues: readonly InputIssue[];

  constructor(what: string, issues: readonly InputIssue[]) {
    const list = issues.map(({ path, message }) => (path ? `${path}: ${message}` : message));
    super(`${what}: ${list.join('; ')}`);
    this.issues = issues;
  }

  /** Turns the issues of a zod check into an error that says what was checked; every unknown field is one of its own. */
  static fromZod(what: string, { issues }: z.core.$ZodError): InvalidInputError {
    return new InvalidInputError(
      what,
      issues.flatMap((issue): InputIssue[] =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((key) => ({ path: pathText([...issue.path, key]), message: 'unknown field' }))
          : [{ path: pathText(issue.path), message: issue.message }],
      ),
    );
  }
}

const pathText = (path: readonly PropertyKey[]): string => path.map(String).join('.');
