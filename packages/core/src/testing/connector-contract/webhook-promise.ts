import type { Connector } from '../../connectors/connector.js';
import { check, present } from './contract-check.js';

/** What `readWebhook` promises, of any connector. */
export const keepsWebhookPromise = async (
  connector: Connector,
  requests: { signed: () => Request; forged: () => Request } | undefined,
): Promise<void> => {
  const read = present(connector.readWebhook, 'readWebhook');
  const { signed, forged } = present(requests, 'the fixture to have webhook');
  const request = signed();
  const repeated = request.clone();
  const accepted = await read(request);
  check(accepted.kind === 'accepted', 'a genuine webhook to be accepted');
  const again = await read(repeated);
  check(JSON.stringify(again) === JSON.stringify(accepted), 'the same delivery to be read the same way again');
  const rejected = await read(forged());
  check(rejected.kind === 'rejected' && rejected.status === 401, 'a forged webhook to be rejected with 401');
};
