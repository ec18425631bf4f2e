import type { MappingWarning, WebhookReading } from '../connector.js';
import type { ConnectorClock } from '../shared/clock.js';
import { createWarnings, UnreadableRecord } from '../shared/page.js';
import { readBody } from '../shared/request-body.js';
import { createEventReader } from './read-event.js';
import { signingKeys } from './signing-keys.js';
import type { ReadWebhookSettings } from './webhook-options.js';
import { SIGNATURE_CHECKS } from './webhook-signature.js';

const parseJson = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new UnreadableRecord('', 'expected JSON in UTF-8');
  }
};

/**
 * Makes the reader of inbound requests: size, signature and time first, and only then what is written there.
 *
 * @throws InvalidInputError for a secret that is malformed or too short
 */
export const createWebhookReader = (
  settings: ReadWebhookSettings,
  secrets: readonly string[],
  clock: ConnectorClock,
): ((request: Request) => Promise<WebhookReading>) => {
  const { scheme, tolerance_seconds, max_bytes } = settings;
  const keys = signingKeys(secrets, scheme);
  const readEvent = createEventReader(settings);

  return async (request) => {
    const body = await readBody(request, max_bytes);
    if (body === null) {
      return { kind: 'rejected', status: 413, field: '', reason: `expected at most ${max_bytes} bytes` };
    }
    const terms = { keys, now: clock.now(), tolerance_seconds };
    const signature = await SIGNATURE_CHECKS[scheme]({ headers: request.headers, body }, terms);
    if ('reason' in signature) return { kind: 'rejected', status: 401, ...signature };
    try {
      const { warn, all } = createWarnings();
      const { envelope, changes } = readEvent(parseJson(body), warn);
      const delivery_id = signature.delivery_id ?? (typeof envelope.id === 'string' ? envelope.id : null);
      if (changes === null) return { kind: 'ignored', delivery_id, reason: 'a type that is not known here' };
      const warnings: MappingWarning[] = all();
      const nothing = { patches: [], events: [], removed: [], customers: [], health_scores: [] };
      return { kind: 'accepted', delivery_id, refetch: [], changes: { ...nothing, ...changes, warnings } };
    } catch (error) {
      if (!(error instanceof UnreadableRecord)) throw error;
      return { kind: 'rejected', status: 400, field: error.field, reason: error.reason };
    }
  };
};
