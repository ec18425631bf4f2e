import * as z from 'zod';

/** A ticket as Deskly sends it: only the fields that are used, each as lenient as it can be. */
export const desklyTicketSchema = z.object({
  id: z.number().int(),
  title: z.string().nullish(),
  state: z.string(),
  urgency: z.string().nullish(),
  topic: z.string().nullish(),
  labels: z.array(z.string()).nullish(),
  opened_at: z.string(),
  changed_at: z.string(),
  answered_at: z.string().nullish(),
  done_at: z.string().nullish(),
  stars: z.number().nullish(),
  is_deleted: z.boolean().nullish(),
  contact: z.object({ email: z.string().nullish() }).nullish(),
  company: z.object({ id: z.number(), name: z.string().nullish() }).nullish(),
});

export type DesklyTicket = z.infer<typeof desklyTicketSchema>;
