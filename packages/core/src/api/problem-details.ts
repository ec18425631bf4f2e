import * as z from 'zod';

/** Stable codes of failed requests. */
export const PROBLEM_CODES = [
  'invalid_input',
  'unauthenticated',
  'forbidden',
  'not_found',
  'method_not_allowed',
  'payload_too_large',
  'unsupported_media_type',
  'rate_limited',
  'not_ready',
  'timeout',
  'internal_error',
] as const;

/** Schema of {@link ProblemDetails}. */
export const problemDetailsSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    code: z.enum(PROBLEM_CODES),
    request_id: z.string().optional(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'every bad field, for invalid_input' }),
  })
  .meta({ id: 'ProblemDetails' });

/** A failed request as RFC 9457 has it, with a stable `code`. */
export type ProblemDetails = z.infer<typeof problemDetailsSchema>;
