export { createMatcher, type MatcherOptions } from './create-matcher.js';
export type { Match, MatchRule, UnmatchedReason } from '../model/match.js';
