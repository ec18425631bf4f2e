import { defineConfig } from 'tsup';
import { buildOptions } from '../../.ci/build-options.ts';

export default defineConfig(buildOptions);
