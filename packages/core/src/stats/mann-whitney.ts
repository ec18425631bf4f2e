/** Two-sided 5 % of the standard normal. */
const Z = 1.959963984540054;

/**
 * Whether two samples differ by the Mann–Whitney U test at 5 %, normal approximation with correction for ties; meant for
 * 20 or more values on each side. It asks whether values of one side tend to be larger, and no outlier can sway it.
 *
 * Source: H. B. Mann, D. R. Whitney (1947); Hollander & Wolfe, Nonparametric Statistical Methods, §4.1.
 */
export const differsByRank = (a: readonly number[], b: readonly number[]): boolean => {
  const all = [...a.map((value) => ({ value, isA: 1 })), ...b.map((value) => ({ value, isA: 0 }))];
  all.sort((one, other) => one.value - other.value);
  let rankSum = 0;
  let ties = 0;
  for (let first = 0; first < all.length;) {
    let next = first;
    let ofA = 0;
    while (next < all.length && all[next]?.value === all[first]?.value) {
      ofA += all[next]?.isA ?? 0;
      next += 1;
    }
    const count = next - first;
    rankSum += ofA * ((first + 1 + next) / 2);
    ties += count ** 3 - count;
    first = next;
  }
  const total = all.length;
  const u = rankSum - (a.length * (a.length + 1)) / 2;
  const expected = (a.length * b.length) / 2;
  const variance = ((a.length * b.length) / 12) * (total + 1 - ties / (total * (total - 1)));
  return variance > 0 && Math.abs(u - expected) / Math.sqrt(variance) > Z;
};
