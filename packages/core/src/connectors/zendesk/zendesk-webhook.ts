import * as z from 'zod';
import type { WebhookReading } from '../connector.js';
import type { ConnectorClock } from '../shared/clock.js';
import { momentOfText } from '../shared/moments.js';
import { readBody } from '../shared/request-body.js';
import { isSignedBy } from '../shared/signature.js';

const WINDOW_MS = 300_000;

const TICKET_EVENT = 'zen:event-type:ticket.';
const TICKET_SUBJECT = /^zen:ticket:(\d+)$/;

const idSchema = z.union([z.int().nonnegative().transform(String), z.string().trim().regex(/^\d+$/)]);

const eventSchema = z.object({
  type: z.string().startsWith('zen:event-type:'),
  id: z.string().optional().catch(undefined),
  subject: z.string().optional().catch(undefined),
  detail: z.object({ id: idSchema }).optional().catch(undefined),
});

/** A trigger's body is whatever its author typed; these are the usual places of a ticket's id. */
const triggerBodySchema = z.union([
  z.object({ ticket_id: idSchema }).transform(({ ticket_id }) => ticket_id),
  z.object({ ticket: z.object({ id: idSchema }) }).transform(({ ticket }) => ticket.id),
  z.object({ id: idSchema }).transform(({ id }) => id),
]);

const rejected = (status: 400 | 401 | 413, field: string, reason: string): WebhookReading => ({
  kind: 'rejected',
  status,
  field,
  reason,
});

/**
 * Says whether Zendesk signed a delivery: HMAC-SHA256 of the timestamp and the raw body, nothing between them, under the
 * secret as the text that it is, although it looks like base64.
 */
export const isSignedByZendesk = (
  { timestamp, body, signature }: { timestamp: string; body: Uint8Array; signature: string },
  secrets: readonly string[],
): Promise<boolean> => {
  const stamp = new TextEncoder().encode(timestamp);
  const content = new Uint8Array(stamp.length + body.length);
  content.set(stamp);
  content.set(body, stamp.length);
  return isSignedBy(content, signature, { secrets, hash: 'SHA-256', encoding: 'base64' });
};

const parseJson = (body: Uint8Array): { value: unknown } | null => {
  try {
    return { value: JSON.parse(new TextDecoder().decode(body)) };
  } catch {
    return null;
  }
};

const readEvent = ({ type, id, subject, detail }: z.infer<typeof eventSchema>): WebhookReading => {
  const delivery_id = id ?? null;
  if (!type.startsWith(TICKET_EVENT)) return { kind: 'ignored', delivery_id, reason: 'an event of something else' };
  const ticket = detail?.id ?? TICKET_SUBJECT.exec(subject ?? '')?.[1];
  if (ticket === undefined) return rejected(400, 'detail.id', "expected the ticket's id");
  return { kind: 'accepted', delivery_id, refetch: [ticket] };
};

/**
 * Makes the reader of webhooks, those of event subscriptions and those of triggers. Each is only a poke: which ticket to
 * read anew.
 */
export const createZendeskWebhookReader =
  (secrets: readonly string[], clock: ConnectorClock) =>
  async (request: Request): Promise<WebhookReading> => {
    const signature = request.headers.get('x-zendesk-webhook-signature');
    const timestamp = request.headers.get('x-zendesk-webhook-signature-timestamp');
    if (!signature || !timestamp) return rejected(401, 'x-zendesk-webhook-signature', 'expected a signature');
    const body = await readBody(request);
    if (body === null) return rejected(413, '', 'expected a smaller body');
    if (!(await isSignedByZendesk({ timestamp, body, signature }, secrets)))
      return rejected(401, 'x-zendesk-webhook-signature', 'expected the signature of one of the secrets');
    const sent = momentOfText(timestamp);
    if (sent === null || Math.abs(clock.now() - sent) > WINDOW_MS)
      return rejected(401, 'x-zendesk-webhook-signature-timestamp', 'expected a time within five minutes of now');

    const parsed = parseJson(body);
    if (parsed === null) return rejected(400, '', 'expected JSON');
    const event = eventSchema.safeParse(parsed.value);
    if (event.success) return readEvent(event.data);
    const ticket = triggerBodySchema.safeParse(parsed.value);
    if (!ticket.success) return rejected(400, 'ticket_id', "expected the ticket's id, as {{ticket.id}} gives it");
    const delivery_id = request.headers.get('x-zendesk-webhook-invocation-id');
    return { kind: 'accepted', delivery_id, refetch: [ticket.data] };
  };
