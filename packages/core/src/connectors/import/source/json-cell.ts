import type { CellReader } from './record-source.js';

const step = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;

/** Finds the value at a dotted path of an object, such as `satisfaction.score` or `custom_fields.0.value`. */
export const jsonCell = (path: string): CellReader => {
  const keys = path.split('.');
  // A key may itself contain a dot: the whole name wins.
  return (record) => step(record, path) ?? keys.reduce(step, record);
};
