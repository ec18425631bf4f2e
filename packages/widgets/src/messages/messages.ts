import type { english } from './english.js';

/** The shape of a catalogue; every language has all of it. */
export type Messages = typeof english;
