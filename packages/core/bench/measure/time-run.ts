/** What a run took, in seconds. */
export interface RunTime {
  /** Of all threads: a library that uses two cores has no advantage by that. */
  cpu: number;
  wall: number;
}

/** Times one run, after the garbage of those before it is gone (where Node was started with `--expose-gc`). */
export const timeRun = async (run: () => unknown): Promise<RunTime> => {
  globalThis.gc?.();
  const cpuBefore = process.cpuUsage();
  const wallBefore = performance.now();
  await run();
  const wall = (performance.now() - wallBefore) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { cpu: (user + system) / 1e6, wall };
};
