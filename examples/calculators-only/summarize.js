// Reads tickets, one JSON object a line, and prints the metrics of each customer and, last, the summary of all.
import { parseArgs } from 'node:util';
import { createPortfolioAccumulator, ticketRecordSchema } from '@cscx/support-core';

const text = (value) => ({ type: 'string', default: value });
const options = { period: text('last_30_days'), now: text(new Date().toISOString()), timezone: text('UTC') };
const portfolio = createPortfolioAccumulator(parseArgs({ options }).values);
let [lines, tickets, rest] = [0, 0, ''];

/** Counts the ticket of a line. What is wrong is told by field, never with the ticket's text, which JSON.parse quotes. */
function read(line) {
  lines += 1;
  if (line.trim() === '') return;
  let ticket;
  try {
    ticket = JSON.parse(line);
  } catch {}
  const { data, error } = ticketRecordSchema.safeParse(ticket);
  for (const { path, message } of error?.issues ?? []) {
    console.error(`line ${lines}: ${path.join('.') || 'ticket'}: ${message}`);
  }
  if (error) return;
  portfolio.add(data);
  tickets += 1;
}

for await (const chunk of process.stdin.setEncoding('utf8')) {
  const complete = (rest + chunk).split('\n');
  rest = complete.pop();
  complete.forEach(read);
}
if (rest !== '') read(rest);

for (const { metrics } of portfolio.reports()) console.log(JSON.stringify(metrics));
console.log(JSON.stringify(portfolio.result().summary));
if (tickets === 0) process.exitCode = 1;
