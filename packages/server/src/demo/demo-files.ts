import { customerRecord, demoCustomers } from './demo-customers.js';
import { type DemoOptions, demoTicketLog } from './demo-tickets.js';

/** Lines in one piece of a file. */
const linesAtATime = 200;

function* ndjson(lines: Iterable<object>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let piece = '';
  let waiting = 0;
  for (const line of lines) {
    piece += `${JSON.stringify(line)}\n`;
    waiting += 1;
    if (waiting < linesAtATime) continue;
    yield encoder.encode(piece);
    piece = '';
    waiting = 0;
  }
  if (piece !== '') yield encoder.encode(piece);
}

/** The demo's customers as an NDJSON file. */
export const demoCustomersFile = ({ now }: Pick<DemoOptions, 'now'>): ReadableStream<Uint8Array> =>
  ReadableStream.from(ndjson(demoCustomers.map((customer) => customerRecord(customer, now))));

/** The demo's ticket log as an NDJSON file, to be read with `demoMapping`. */
export const demoTicketLogFile = (options: DemoOptions): ReadableStream<Uint8Array> =>
  ReadableStream.from(ndjson(demoTicketLog(options)));
