import type { ConnectorClock } from '../shared/clock.js';
import type { VendorHttp } from '../shared/vendor-http.js';
import { inBatches } from '../shared/in-batches.js';
import { isRefused } from './intercom-errors.js';
import { companyListSchema, contactSchema, type IntercomCompany } from './intercom-payload.js';
import { type IntercomContact, isApiId } from './intercom-record.js';

/** How long a contact's companies are believed: a move to another company shows after this at the latest. */
const KEPT_MS = 3_600_000;
const MOST_KEPT = 50_000;

/** What decides between the companies of a contact. */
export type IsKnownCustomer = (companyId: string) => boolean | Promise<boolean>;

const UNKNOWN: IntercomContact = { email: null, company: null, isAmbiguous: false, custom_attributes: null };

/** The only company, or the only one that is a customer: the order of the list says nothing. */
const chooseCompany = async (
  companies: readonly IntercomCompany[],
  isKnownCustomer: IsKnownCustomer,
): Promise<Pick<IntercomContact, 'company' | 'isAmbiguous'>> => {
  if (companies.length <= 1) return { company: companies[0] ?? null, isAmbiguous: false };
  const customers: IntercomCompany[] = [];
  for (const company of companies) {
    if (company.company_id && (await isKnownCustomer(company.company_id))) customers.push(company);
  }
  const [only, second] = customers;
  return only && !second ? { company: only, isAmbiguous: false } : { company: null, isAmbiguous: true };
};

/**
 * Makes the reader of contacts, with a memory. A contact that was merged into another is gone under its old id, which is
 * remembered too; so is that we may not read contacts.
 */
export const createContactDirectory = ({
  http,
  clock,
  isKnownCustomer = () => false,
}: {
  http: VendorHttp;
  clock: ConnectorClock;
  isKnownCustomer?: IsKnownCustomer | undefined;
}) => {
  const known = new Map<string, { contact: IntercomContact; at: number }>();

  const readContact = async (id: string, signal: AbortSignal | undefined): Promise<IntercomContact> => {
    const path = `contacts/${id}`;
    const body = await http.json(path, { operation: 'contact', signal });
    const contact = contactSchema.safeParse(body).data;
    if (!contact) return UNKNOWN;
    const { email = null, custom_attributes } = contact;
    if (!contact.companies?.data?.length) return { ...UNKNOWN, email, custom_attributes };
    // A contact itself lists ids, and ten at most.
    const search = { per_page: 50 };
    const list = await http.json(`${path}/companies`, { operation: 'companies of a contact', search, signal });
    const companies = companyListSchema.safeParse(list).data?.data ?? [];
    return { email, custom_attributes, ...(await chooseCompany(companies, isKnownCustomer)) };
  };

  const remember = async (id: string, signal: AbortSignal | undefined): Promise<void> => {
    const kept = known.get(id);
    if (kept && clock.now() - kept.at < KEPT_MS) return;
    const contact = await readContact(id, signal).catch((error: unknown) => {
      if (isRefused(error)) return UNKNOWN;
      throw error;
    });
    known.set(id, { contact, at: clock.now() });
  };

  return async (ids: readonly string[], signal: AbortSignal | undefined) => {
    if (known.size >= MOST_KEPT) known.clear();
    await inBatches([...new Set(ids)].filter(isApiId), (id) => remember(id, signal));
    return (id: string): IntercomContact | undefined => known.get(id)?.contact;
  };
};
