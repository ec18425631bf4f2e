import { customerRecord, demoCustomers } from './demo-customers.js';
import { type DemoTicket, demoTicketLog } from './demo-tickets.js';

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

/** The demo's customers as an NDJSON file; `now` in milliseconds since the epoch. */
export const demoCustomersFile = (now: number): ReadableStream<Uint8Array> =>
  ReadableStream.from(ndjson(demoCustomers.map((customer) => customerRecord(customer, now))));

/** The log of the demo's tickets up to `now` as an NDJSON file, to be read with `demoMapping`. */
export const demoTicketLogFile = (tickets: readonly DemoTicket[], now: number): ReadableStream<Uint8Array> =>
  ReadableStream.from(ndjson(demoTicketLog(tickets, now)));
