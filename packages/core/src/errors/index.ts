export * from './invalid-input-error.js';
export * from './support-error.js';
