import { MissingPackageError } from '../errors/missing-package-error.js';

/** What `@cscx/support-core/simulators` has. */
export type Simulators = typeof import('@cscx/support-core/simulators');

/**
 * Loads the simulated support systems. They answer by `msw`, which a server without a demo has no use for.
 *
 * @throws MissingPackageError where `msw` is not installed
 */
export const loadSimulators = async (): Promise<Simulators> => {
  try {
    return await import('@cscx/support-core/simulators');
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    throw new MissingPackageError('the demo needs the package msw: run npm install msw, or start without --demo', {
      cause,
    });
  }
};
