import { config } from 'zod';
import { jitless } from './zod-jit-off.js';

config({ jitless });
