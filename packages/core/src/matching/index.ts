export { createMatcher, type MatcherOptions, type TicketKeys } from './create-matcher.js';
export { type Claims, type CustomerKeys, customerKeys } from './customer-keys.js';
export { mailHost } from './mail-host.js';
export type { Match, MatchRule, UnmatchedReason } from '../model/match.js';
