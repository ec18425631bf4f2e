import type { VendorCompany } from '../connector.js';
import type { ZendeskSettings } from './zendesk-options.js';
import { readOrganizations } from './zendesk-sideloads.js';
import { fieldText } from './zendesk-signals.js';

const PREFIX = 'organization:';

/** The organization's field that names the customer, where the connection says that it is one of an organization. */
export const organizationField = ({ customer_field }: ZendeskSettings): string | null =>
  customer_field?.startsWith(PREFIX) ? customer_field.slice(PREFIX.length) : null;

/** The first of several values, or the only one. */
export const firstText = (value: string | string[] | null | undefined): string | null =>
  (Array.isArray(value) ? value[0] : value) || null;

/** Organizations as companies; of those that were deleted, what is known stays. */
export const readCompanies = (records: unknown, settings: ZendeskSettings): VendorCompany[] => {
  const field = organizationField(settings);
  return [...readOrganizations(records)].flatMap(([id, { name, externalId, fields, isDeleted }]) =>
    isDeleted
      ? []
      : [
          {
            id,
            name,
            external_id: externalId,
            ...(field !== null && { custom_field: firstText(fieldText(fields[field])) }),
          },
        ],
  );
};
