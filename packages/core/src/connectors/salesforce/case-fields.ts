import { ConnectorError } from '../shared/connector-error.js';
import { type OrgSchema, present } from './org-schema.js';
import type { SalesforceSettings } from './salesforce-options.js';

/** Without these a case cannot be placed in time. */
const NEEDED = ['Id', 'Status', 'IsClosed', 'CreatedDate', 'SystemModstamp'];

const WANTED = [
  'CaseNumber',
  'Subject',
  'Priority',
  'Origin',
  'Type',
  'Reason',
  'IsEscalated',
  'IsDeleted',
  'MasterRecordId',
  'ClosedDate',
  'AccountId',
  'ContactEmail',
  'SuppliedEmail',
  'SuppliedCompany',
  'OwnerId',
  'RecordTypeId',
  // Only with Entitlement Management.
  'IsStopped',
];

const SIGNAL_PREFIX = 'field:';

/** The case's own fields that the settings name, and what each is for. */
const namedFields = (settings: SalesforceSettings): { name: string; setting: string }[] => {
  const { csat, first_response, category_rules, escalation_rules } = settings;
  const rules = { category_rules, escalation_rules };
  const ofRules = Object.entries(rules).flatMap(([setting, list]) =>
    list.flatMap(({ when }) =>
      when.flatMap(({ field }) =>
        field.startsWith(SIGNAL_PREFIX) ? [{ name: field.slice(SIGNAL_PREFIX.length), setting }] : [],
      ),
    ),
  );
  const single: [string, string | undefined][] = [
    ['category_field', settings.category_field],
    ['customer_field', settings.customer_field],
    ['first_response.field', first_response.field],
    ...(csat && 'field' in csat
      ? ([
          ['csat.field', csat.field],
          ['csat.feedback_field', csat.feedback_field],
          ['csat.responded_at_field', csat.responded_at_field],
        ] satisfies [string, string | undefined][])
      : []),
  ];
  return [...single.flatMap(([setting, name]) => (name === undefined ? [] : [{ name, setting }])), ...ofRules];
};

/** What is read of a case, and what the settings name but the user cannot see. */
export interface CaseFields {
  select: string[];
  missing: { name: string; setting: string }[];
}

/**
 * Chooses the fields of a case: ours and those that the settings name, as far as the organization has them.
 *
 * @throws ConnectorError where the user may not read cases
 */
export const chooseCaseFields = async (
  schema: OrgSchema,
  settings: SalesforceSettings,
  signal: AbortSignal | undefined,
): Promise<CaseFields> => {
  const fields = await schema.fields('Case', signal);
  const unseen = NEEDED.filter((name) => !fields?.has(name));
  if (!fields || unseen.length > 0) {
    const what = fields ? `the fields ${unseen.join(', ')} of Case` : 'the object Case';
    throw new ConnectorError('connector_forbidden', `the integration user needs Read access to ${what}`, {
      connector: 'salesforce',
      operation: 'describe Case',
    });
  }
  const named = namedFields(settings);
  const own = [...NEEDED, ...present(fields, [...WANTED, ...named.map(({ name }) => name)])];
  const missing = named.filter(({ name }) => !fields.has(name));
  const parents: string[] = fields.has('OwnerId') ? ['Owner.Name'] : [];

  const account = fields.has('AccountId') ? await schema.fields('Account', signal) : null;
  const { account_external_id_field: externalId } = settings;
  if (externalId !== undefined && !account?.has(externalId)) {
    missing.push({ name: `Account.${externalId}`, setting: 'account_external_id_field' });
  }
  if (account) {
    const ofAccount = present(account, ['Name', ...(externalId === undefined ? [] : [externalId])]);
    parents.push(...ofAccount.map((name) => `Account.${name}`));
  }
  if (fields.has('ContactId')) {
    const contact = await schema.fields('Contact', signal);
    if (contact?.has('Email')) parents.push('Contact.Email');
  }
  return { select: [...new Set([...own, ...parents])], missing };
};
