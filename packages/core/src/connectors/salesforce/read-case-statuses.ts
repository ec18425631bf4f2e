import { ConnectorError } from '../shared/connector-error.js';
import type { SalesforceApi } from './salesforce-api.js';
import { type SalesforceStatus, statusSchema } from './salesforce-payload.js';

/** The statuses that the organization has; null where the user may not see them. Bulk API does not know this object. */
export const readCaseStatuses = async (
  api: SalesforceApi,
  signal: AbortSignal | undefined,
): Promise<SalesforceStatus[] | null> => {
  try {
    const operation = 'query CaseStatus';
    const records = await api.records('SELECT ApiName,MasterLabel,IsClosed FROM CaseStatus', { operation, signal });
    return records.flatMap((record) => statusSchema.safeParse(record).data ?? []);
  } catch (error) {
    const isRefusal = error instanceof ConnectorError && !error.isRetryable && error.code !== 'connector_unauthorized';
    if (isRefusal) return null;
    throw error;
  }
};
