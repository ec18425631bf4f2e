import { ConnectorError } from '../shared/connector-error.js';
import type { VendorHttp } from '../shared/vendor-http.js';
import { isRefused } from './intercom-errors.js';
import { meSchema } from './intercom-payload.js';

/**
 * Makes the check that a token is of the workspace that the connection names, made once. In another workspace every known
 * id would be missing, and all that is stored be taken for deleted.
 *
 * @throws ConnectorError with the code `connector_unauthorized` for a token of another workspace
 */
export const createWorkspaceGuard = (http: VendorHttp, appId: string) => {
  let isChecked = false;
  return async (signal: AbortSignal | undefined): Promise<void> => {
    if (isChecked) return;
    const me = await http.json('me', { operation: 'me', signal }).catch((error: unknown) => {
      if (isRefused(error)) return null;
      throw error;
    });
    const own = meSchema.safeParse(me).data?.app?.id_code;
    if (own && own !== appId) {
      throw new ConnectorError('connector_unauthorized', 'the access token is of another workspace than app_id', {
        connector: 'intercom',
        operation: 'me',
      });
    }
    isChecked = true;
  };
};
