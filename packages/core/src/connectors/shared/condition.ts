import * as z from 'zod';

const expected = 'expected exactly one of equals, in, contains and matches';

/** Schema of {@link Condition}. */
export const conditionShape = {
  field: z.string().min(1).meta({ description: 'name of a column, or a template such as "{Category} / {Sub}"' }),
  equals: z.string().optional(),
  in: z.array(z.string()).min(1).optional(),
  contains: z.string().min(1).optional(),
  matches: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'the whole value, * standing for any text: "vpn*timeout*"' }),
};

/** A test on the text of one column; upper and lower case are the same. */
export type Condition = z.infer<z.ZodObject<typeof conditionShape>>;

/** Refuses a condition without a test, and one with two. */
export const hasOneTest = [
  ({ equals, in: among, contains, matches }: Condition) =>
    [equals, among, contains, matches].filter((test) => test !== undefined).length === 1,
  { error: expected },
] as const;
