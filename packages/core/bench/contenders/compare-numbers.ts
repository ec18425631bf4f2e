import type { CustomerNumbers } from './customer-numbers.ts';

/** How far two sums of the same numbers in different order may be apart, relative to them. */
const TOLERANCE = 1e-9;

type Leaf = number | string | null;

/** The values in an object by their path, such as `by_priority.low`. */
const leavesOf = (value: unknown, path: string, leaves: Map<string, Leaf>): Map<string, Leaf> => {
  if (typeof value !== 'object' || value === null) return leaves.set(path, value as Leaf);
  for (const [key, inner] of Object.entries(value)) leavesOf(inner, path ? `${path}.${key}` : key, leaves);
  return leaves;
};

const areEqual = (expected: Leaf, actual: Leaf): boolean => {
  if (typeof expected !== 'number' || typeof actual !== 'number') return expected === actual;
  return Math.abs(expected - actual) <= TOLERANCE * Math.max(Math.abs(expected), Math.abs(actual));
};

const customerDifferences = (expected: CustomerNumbers, actual: CustomerNumbers): string[] => {
  const wanted = leavesOf(expected, '', new Map());
  const found = leavesOf(actual, '', new Map());
  // A count that is left out is none.
  const valueIn = (leaves: Map<string, Leaf>, path: string): Leaf =>
    leaves.has(path) ? (leaves.get(path) ?? null) : 0;
  return [...new Set([...wanted.keys(), ...found.keys()])]
    .filter((path) => !areEqual(valueIn(wanted, path), valueIn(found, path)))
    .map((path) => `${path}: expected ${valueIn(wanted, path)}, found ${valueIn(found, path)}`);
};

/** The fields of which a contender says nothing. */
export const fieldsLeftOut = (
  expected: readonly CustomerNumbers[],
  actual: readonly CustomerNumbers[],
): (keyof CustomerNumbers)[] => {
  const fields = Object.keys(expected[0] ?? {}) as (keyof CustomerNumbers)[];
  return fields.filter((field) => actual.every((numbers) => numbers[field] === undefined));
};

/**
 * Every number of every customer that is not the same, as lines to read. Customers may come in any order; fields that
 * `fieldsLeftOut` names are not compared.
 */
export const compareNumbers = (expected: readonly CustomerNumbers[], actual: readonly CustomerNumbers[]): string[] => {
  const leftOut = fieldsLeftOut(expected, actual);
  const unseen = new Map(actual.map((numbers) => [numbers.customer_id, numbers]));
  const differences = unseen.size < actual.length ? ['a customer occurs more than once'] : [];
  for (const numbers of expected) {
    const { customer_id } = numbers;
    const other = unseen.get(customer_id);
    unseen.delete(customer_id);
    if (!other) {
      differences.push(`${customer_id}: missing`);
      continue;
    }
    const comparable = { ...numbers };
    for (const field of leftOut) delete comparable[field];
    differences.push(...customerDifferences(comparable, other).map((difference) => `${customer_id} ${difference}`));
  }
  for (const customer_id of unseen.keys()) differences.push(`${customer_id}: not among the tickets' customers`);
  return differences;
};
