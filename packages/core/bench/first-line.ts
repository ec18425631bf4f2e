/** The first line of what went wrong: a reason, not a trace. */
export const firstLine = (error: unknown): string => {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line;
};
