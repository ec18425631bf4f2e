import type { Reporter, TestModule, Vitest } from 'vitest/node';

/**
 * Prints `N passed, N failed` as the last line of the process. Whatever is not a passed test counts as failed: an error
 * outside any test, a file without tests and, unless a name filter asked for it, a skipped test.
 */
export class CountingReporter implements Reporter {
  #vitest: Vitest | undefined;
  #passed = 0;
  #failed = 0;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
    process.once('exit', () => {
      if (this.#passed + this.#failed === 0) this.#failed = 1;
      if (this.#failed > 0) process.exitCode ||= 1;
      console.log(`${this.#passed} passed, ${this.#failed} failed`);
    });
  }

  onTestRunEnd(testModules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const isFiltered = this.#vitest?.config.testNamePattern !== undefined;
    this.#passed = 0;
    this.#failed = unhandledErrors.length;

    for (const testModule of testModules) {
      const tests = [...testModule.children.allTests()];
      const broken =
        testModule.errors().length + [...testModule.children.allSuites()].flatMap((suite) => suite.errors()).length;
      this.#failed += tests.length === 0 ? Math.max(broken, 1) : broken;

      for (const test of tests) {
        const { state } = test.result();
        if (state === 'passed') this.#passed += 1;
        else if (state === 'failed') this.#failed += 1;
        else if (!isFiltered) {
          this.#failed += 1;
          console.error(`Not run: ${testModule.relativeModuleId} > ${test.fullName}`);
        }
      }
    }
  }
}
