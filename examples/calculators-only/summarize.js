// Reads tickets, one JSON object a line, and prints the metrics of each customer and, last, the summary of all.
import { parseArgs } from 'node:util';
import { createPortfolioAccumulator, ticketRecordSchema } from '@cscx/support-core';

const { values: options } = parseArgs({
  options: {
    period: { type: 'string', default: 'last_30_days' },
    now: { type: 'string', default: new Date().toISOString() },
    timezone: { type: 'string', default: 'UTC' },
  },
});
const portfolio = createPortfolioAccumulator(options);
const counts = { lines: 0, tickets: 0 };

/** Counts the ticket of a line. What is wrong is told by field, never with the ticket's text. */
function read(line) {
  counts.lines += 1;
  if (line.trim() === '') return;
  const { data, error } = ticketRecordSchema.safeParse(parse(line));
  for (const { path, message } of error?.issues ?? []) {
    console.error(`line ${counts.lines}: ${path.join('.') || 'ticket'}: ${message}`);
  }
  if (error) return;
  portfolio.add(data);
  counts.tickets += 1;
}

/** undefined for what is no JSON: the error of JSON.parse quotes the text. */
function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

let rest = '';
for await (const chunk of process.stdin.setEncoding('utf8')) {
  const lines = (rest + chunk).split('\n');
  rest = lines.pop();
  lines.forEach(read);
}
if (rest !== '') read(rest);

for (const { metrics } of portfolio.reports()) console.log(JSON.stringify(metrics));
console.log(JSON.stringify(portfolio.result().summary));
if (counts.tickets === 0) process.exitCode = 1;
