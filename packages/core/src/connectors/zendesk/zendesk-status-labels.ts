import { zendeskCustomStatusSchema } from './zendesk-payload.js';

/** What an account calls its own statuses, by id; the built-in ones are not in it. */
export type StatusLabels = ReadonlyMap<string, string>;

/** Reads the list of custom statuses. The default of each category is left out: it is the built-in status, translated. */
export const readStatusLabels = (records: unknown): StatusLabels => {
  const labels = new Map<string, string>();
  for (const record of Array.isArray(records) ? (records as unknown[]) : []) {
    const parsed = zendeskCustomStatusSchema.safeParse(record);
    if (parsed.success && parsed.data.default !== true) labels.set(String(parsed.data.id), parsed.data.agent_label);
  }
  return labels;
};
