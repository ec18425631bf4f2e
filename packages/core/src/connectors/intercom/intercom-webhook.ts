import * as z from 'zod';
import type { WebhookReading } from '../connector.js';
import { readBody } from '../shared/request-body.js';
import { isSignedBy } from '../shared/signature.js';
import { idText } from './intercom-record.js';

const idSchema = z.union([z.string(), z.number()]).nullish();
const holderSchema = z.object({ id: idSchema }).nullish();

const notificationSchema = z.object({
  id: z.string().nullish(),
  topic: z.string(),
  app_id: z.string().nullish(),
  data: z
    .object({
      item: z
        .object({
          type: z.string().nullish(),
          id: idSchema,
          conversation_id: idSchema,
          ticket: holderSchema,
          conversation: holderSchema,
        })
        .nullish(),
    })
    .nullish(),
});

type Notification = z.infer<typeof notificationSchema>;

/** `conversation.read` is about a teammate's screen. */
const TOPICS = /^(?:conversation|conversation_part|ticket)\./;
const SAYS_NOTHING: readonly string[] = ['conversation.read'];

/** Which conversation or ticket it is about: `ticket.closed` nests the ticket, a part names its conversation. */
const subjectId = ({ data }: Notification): string | null => {
  const item = data?.item;
  const nested = idText(item?.ticket?.id) ?? idText(item?.conversation?.id) ?? idText(item?.conversation_id);
  return nested ?? (item?.type === 'conversation_part' ? null : idText(item?.id));
};

const rejected = (status: 400 | 401 | 413, field: string, reason: string): WebhookReading => ({
  kind: 'rejected',
  status,
  field,
  reason,
});

const parse = (body: Uint8Array): Notification | z.core.$ZodError | null => {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    const { data, error } = notificationSchema.safeParse(json);
    return data ?? error ?? null;
  } catch {
    return null;
  }
};

/**
 * Verifies and reads a notification. `X-Hub-Signature` is `sha1=` and the HMAC of the raw body in hexadecimal, in either
 * case of letters; it covers no time, so that repetitions are told by the notification's id alone. Notifications come in
 * the app's version of the API, in no promised order: they only say which conversation to read anew.
 */
export const readIntercomWebhook = async (
  request: Request,
  { app_id, secrets }: { app_id: string; secrets: readonly string[] },
): Promise<WebhookReading> => {
  if (request.method === 'HEAD') return { kind: 'ignored', delivery_id: null, reason: 'a check of the address' };
  const body = await readBody(request);
  if (body === null) return rejected(413, '', 'expected a smaller body');
  const header = request.headers.get('x-hub-signature') ?? '';
  const signature = /^sha1=([0-9A-Fa-f]{40})$/.exec(header)?.[1];
  if (!signature || !(await isSignedBy(body, signature, { secrets, hash: 'SHA-1', encoding: 'hex' }))) {
    return rejected(401, 'x-hub-signature', "expected sha1= and the HMAC of the body under the app's client secret");
  }

  const notification = parse(body);
  if (notification === null) return rejected(400, '', 'expected JSON');
  if (!('topic' in notification)) {
    const [issue] = notification.issues;
    return rejected(400, issue?.path.map(String).join('.') ?? '', issue?.message ?? 'expected a notification');
  }
  const { topic, id: delivery_id = null } = notification;
  const ignored = (reason: string): WebhookReading => ({ kind: 'ignored', delivery_id, reason });
  if (topic === 'ping') return ignored('a ping');
  if (!TOPICS.test(topic) || SAYS_NOTHING.includes(topic)) return ignored('a topic that says nothing about tickets');
  // One client secret signs for all the workspaces that installed a public app.
  if (notification.app_id != null && notification.app_id !== app_id) return ignored('of another workspace');
  const externalId = subjectId(notification);
  if (externalId === null) return rejected(400, 'data.item.id', 'expected the id of a conversation or a ticket');
  return { kind: 'accepted', delivery_id, refetch: [externalId] };
};
