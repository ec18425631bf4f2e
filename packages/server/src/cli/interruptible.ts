/** The exit code of a program that was interrupted, as shells have it. */
export const INTERRUPTED = 130;

/** Ctrl-C under npm arrives twice: from the terminal, and passed on by npm. */
const ECHO_MS = 1000;

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Runs work that an interrupt stops cleanly; a second interrupt ends the process at once. */
export const interruptible = async <Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> => {
  const controller = new AbortController();
  let interrupted = 0;
  const interrupt = () => {
    if (controller.signal.aborted && performance.now() - interrupted > ECHO_MS) process.exit(INTERRUPTED);
    if (!controller.signal.aborted) interrupted = performance.now();
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of SIGNALS) process.off(signal, interrupt);
  }
};
