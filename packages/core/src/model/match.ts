import * as z from 'zod';

/** Schema of {@link MatchRule}. */
export const matchRuleSchema = z
  .enum(['link', 'company_id', 'company_external_id', 'custom_field', 'requester_email', 'requester_domain'])
  .meta({ id: 'MatchRule' });

/**
 * Which key matched a ticket to its customer: a `link` set by a person, the vendor's company id, the company's own external
 * id, the custom field that the connection names, the requester's address, the domain of that address.
 */
export type MatchRule = z.infer<typeof matchRuleSchema>;

/** Schema of {@link UnmatchedReason}. */
export const unmatchedReasonSchema = z
  .enum(['no_key', 'unknown_key', 'free_mail', 'ignored_domain', 'conflict', 'unknown_link'])
  .meta({ id: 'UnmatchedReason' });

/**
 * Why a ticket is nobody's. `no_key`: it tells neither company nor requester · `unknown_key`: no customer has a key that it
 * tells · `free_mail`: all it tells is an address of a free-mail or disposable domain · `ignored_domain`: or of a domain
 * that is never to match · `conflict`: two customers claim one key · `unknown_link`: a person linked it to a customer that
 * there is not.
 */
export type UnmatchedReason = z.infer<typeof unmatchedReasonSchema>;

/** Whose ticket it is and by which rule, or why nobody's. */
export type Match = { customer_id: string; rule: MatchRule } | { customer_id: null; reason: UnmatchedReason };
