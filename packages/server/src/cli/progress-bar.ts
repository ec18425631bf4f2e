import { SingleBar } from 'cli-progress';
import type { CommandProgress } from './data-commands/data-command.js';

/** Shows how far a command is. */
export interface ProgressBar {
  update: (progress: CommandProgress) => void;
  /** Takes the bar away. */
  stop: () => void;
}

/** A bar on a terminal's standard error; nothing where nobody looks. */
export const createProgressBar = (title: string): ProgressBar => {
  const bar = new SingleBar({
    stream: process.stderr,
    format: `${title} {bar} {percentage}% {text}`,
    barsize: 24,
    clearOnComplete: true,
    hideCursor: true,
    // Interrupts are the command's own matter.
    gracefulExit: false,
  });
  let isShown = false;
  return {
    update({ done, total, text }) {
      if (!process.stderr.isTTY || total === 0) return;
      if (!isShown) bar.start(total, done, { text });
      isShown = true;
      bar.update(done, { text });
    },
    stop: () => bar.stop(),
  };
};
