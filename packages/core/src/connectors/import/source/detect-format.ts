import { UnreadableFileError } from '../unreadable-file-error.js';

/** The forms of file that can be read. */
export type ImportFormat = 'csv' | 'ndjson' | 'json';

const isJsonObject = (line: string): boolean => {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
};

/** What the start of a text looks like; JSON needs a bracket and a quote, so a CSV heading is none. */
const looksLike = (start: string): ImportFormat => {
  if (/^\s*\[\s*(?:[{\]]|$)/.test(start)) return 'json';
  if (!/^\s*\{\s*["}]/.test(start)) return 'csv';
  const [firstLine = ''] = start.trimStart().split(/\r?\n/, 1);
  return isJsonObject(firstLine) ? 'ndjson' : 'json';
};

/**
 * Finds out the format of a file, or checks the one that the mapping says.
 *
 * @param start the first text of the file
 * @param options `format` as the mapping says it; `records` where it names an array inside a JSON document
 * @throws {UnreadableFileError} when the file is empty, a web page, or not what the mapping says
 */
export const detectFormat = (
  start: string,
  { format, records }: { format?: ImportFormat | undefined; records?: string | undefined },
): ImportFormat => {
  if (start.trim() === '') throw new UnreadableFileError('the file is empty');
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(start))
    throw new UnreadableFileError('the file is a web page or XML, not an export: was the download a login page?');
  const found = looksLike(start);
  // One line of JSON is a document too when the mapping says where its records are.
  const isDocument = found === 'ndjson' && (records !== undefined || format === 'json');
  if (format === undefined) return isDocument ? 'json' : found;
  if (found === format || isDocument) return format;
  const isNdjsonAcrossLines = format === 'ndjson' && found === 'json' && start.trimStart().startsWith('{');
  // Only the bad lines of an NDJSON file are skipped, the first one too.
  if (isNdjsonAcrossLines) return format;
  throw new UnreadableFileError(`the mapping says format ${format}, but the file looks like ${found}`);
};
