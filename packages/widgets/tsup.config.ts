import { defineConfig } from 'tsup';
import { buildOptions } from '../../.ci/build-options.ts';
import { writeStyles } from './build-styles.ts';

export default defineConfig({ ...buildOptions, onSuccess: writeStyles });
