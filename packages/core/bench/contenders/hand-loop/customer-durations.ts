/** Durations in the order in which they were met, and whose they are: grouping waits until all are known. */
export class CustomerDurations {
  readonly #milliseconds: Float64Array;
  readonly #customers: Int32Array;
  #length = 0;

  constructor(capacity: number) {
    this.#milliseconds = new Float64Array(capacity);
    this.#customers = new Int32Array(capacity);
  }

  add(customer: number, milliseconds: number): void {
    this.#milliseconds[this.#length] = milliseconds;
    this.#customers[this.#length] = customer;
    this.#length += 1;
  }

  /** The durations of each customer, side by side in one array (a counting sort). */
  perCustomer(customerCount: number): Float64Array[] {
    const customers = this.#customers.subarray(0, this.#length);
    const ends = new Int32Array(customerCount);
    for (const customer of customers) ends[customer] += 1;
    for (let customer = 1; customer < customerCount; customer += 1) ends[customer] += ends[customer - 1];

    const starts = Int32Array.from(ends);
    const grouped = new Float64Array(this.#length);
    for (let index = this.#length - 1; index >= 0; index -= 1) {
      grouped[(starts[customers[index]] -= 1)] = this.#milliseconds[index];
    }
    return Array.from(starts, (start, customer) => grouped.subarray(start, ends[customer]));
  }
}
