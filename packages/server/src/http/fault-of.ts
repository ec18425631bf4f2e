/** What a log may say of an unforeseen error: its message and stack may quote a ticket, its name and code do not. */
export const faultOf = (error: unknown): { error: string; code?: string } => {
  const { name, code } = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>;
  return {
    error: typeof name === 'string' ? name : 'unknown',
    ...(typeof code === 'string' && { code }),
  };
};
