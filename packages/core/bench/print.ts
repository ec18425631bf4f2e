/** Writes a line for the person who waits. */
export const print = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

/** Lines of columns, the first one flush left and the others flush right. */
export const printTable = (rows: readonly (readonly string[])[]): void => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) {
    const cells = row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])));
    print(`  ${cells.join('   ')}`);
  }
};

/** A count as people read it: `1,000,000`. */
export const formatCount = (count: number): string => count.toLocaleString('en-US');
