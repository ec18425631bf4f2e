import { randomUUID } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import type { AlertFinding, Instant, SupportAlert } from '@cscx/support-core';
import type { alertsRoute, ApiRequest } from '@cscx/support-core/api';
import type { SupportDatabase } from './database.js';
import { storableJson } from './storable-json.js';

/** Which alerts; all of them where nothing is given. */
export type AlertSelection = Omit<ApiRequest<typeof alertsRoute>, 'cursor' | 'limit'> & {
  /** Whether to leave out the resolved ones. */
  standing?: boolean;
};

/** Where in the list, newest first and among equals most severe first, a page starts: the alert before it. */
export type AlertPosition = Pick<SupportAlert, 'created_at' | 'severity' | 'alert_id'>;

/** The alerts of one organization. */
export interface AlertStore {
  /** Newest first; those that one import raised, most severe first. */
  page(selection: AlertSelection & { after?: AlertPosition | undefined; limit: number }): Promise<SupportAlert[]>;
  /**
   * Makes the stored alerts of these customers say what was just found: a new finding opens an alert, a known one
   * updates it, one that came back reopens it, and an alert whose finding is gone is resolved.
   *
   * @param customerIds - customers that were evaluated, also those without findings
   */
  reconcile(customerIds: readonly string[], findings: readonly AlertFinding[], now: Instant): Promise<void>;
}

const urgency = (severity: RawBuilder<unknown>) =>
  sql`array_position(array['low', 'medium', 'high', 'critical'], ${severity})`;

const isoInstant = (column: string): RawBuilder<string> =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

const instants = ['created_at', 'updated_at', 'acknowledged_at', 'snoozed_until', 'resolved_at'].map(
  (name) => sql`${isoInstant(`alerts.${name}`)} as ${sql.ref(name)}`,
);

/** The CSM and the name are the customer's of today, so that an alert follows a change of hands. */
const alertColumns = sql.join([
  sql`alerts.alert_id, alerts.customer_id, customers.name as customer_name, customers.csm_id, alerts.type,
    alerts.severity, alerts.status, alerts.dedupe_key, alerts.acknowledged_by, alerts.document`,
  ...instants,
]);

type AlertRow = Omit<SupportAlert, 'title' | 'description' | 'evidence' | 'ticket_ids'> & {
  document: Pick<SupportAlert, 'title' | 'description' | 'evidence' | 'ticket_ids'>;
};

const toAlert = ({ document, ...row }: AlertRow): SupportAlert => ({ ...row, ...document });

const conditions = ({ standing, csm_id, ...fields }: AlertSelection): RawBuilder<unknown>[] => [
  ...Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [sql`${sql.ref(`alerts.${name}`)} = ${value}`],
  ),
  ...(csm_id === undefined ? [] : [sql`customers.csm_id = ${csm_id}`]),
  ...(standing ? [sql`alerts.status <> 'resolved'`] : []),
];

const findingRow = ({ title, description, evidence, ticket_ids, ...finding }: AlertFinding) => ({
  ...finding,
  alert_id: randomUUID(),
  document: { title, description, evidence, ticket_ids },
});

const saveFindings = (db: SupportDatabase, organizationId: string, findings: readonly AlertFinding[], now: Instant) => {
  const byKey = new Map(findings.map((finding) => [finding.dedupe_key, finding]));
  return sql`
    insert into alerts (organization_id, alert_id, dedupe_key, customer_id, type, severity, status, created_at,
      updated_at, document)
    select ${organizationId}::text, alert_id, dedupe_key, customer_id, type, severity, 'open', ${now}::timestamptz,
      ${now}::timestamptz, document
    from jsonb_to_recordset(${storableJson([...byKey.values()].map(findingRow))}::jsonb)
      as r(alert_id text, dedupe_key text, customer_id text, type text, severity text, document jsonb)
    on conflict (organization_id, dedupe_key) do update set
      severity = excluded.severity, document = excluded.document, updated_at = excluded.updated_at, resolved_at = null,
      status = case when alerts.status = 'resolved' then 'open' else alerts.status end,
      acknowledged_at = case when alerts.status = 'resolved' then null else alerts.acknowledged_at end,
      acknowledged_by = case when alerts.status = 'resolved' then null else alerts.acknowledged_by end,
      snoozed_until = case when alerts.status = 'resolved' then null else alerts.snoozed_until end
    where alerts.status = 'resolved'
      or (alerts.severity, alerts.document) is distinct from (excluded.severity, excluded.document)`.execute(db);
};

export const createAlertStore = (db: SupportDatabase, organizationId: string): AlertStore => ({
  async page({ after, limit, ...selection }) {
    const where = [sql`alerts.organization_id = ${organizationId}`, ...conditions(selection)];
    if (after) {
      where.push(
        sql`(alerts.created_at, ${urgency(sql`alerts.severity`)}, alerts.alert_id)
          < (${after.created_at}::timestamptz, ${urgency(sql`${after.severity}::text`)}, ${after.alert_id})`,
      );
    }
    const { rows } = await sql<AlertRow>`
      select ${alertColumns}
      from alerts join customers using (organization_id, customer_id)
      where ${sql.join(where, sql` and `)}
      order by alerts.created_at desc, ${urgency(sql`alerts.severity`)} desc, alerts.alert_id desc
      limit ${limit}`.execute(db);
    return rows.map(toAlert);
  },
  async reconcile(customerIds, findings, now) {
    if (findings.length > 0) await saveFindings(db, organizationId, findings, now);
    await sql`
      update alerts set status = 'resolved', resolved_at = ${now}, updated_at = ${now}
      where organization_id = ${organizationId}
        and customer_id = any(${customerIds}::text[])
        and status <> 'resolved'
        and dedupe_key <> all(${findings.map(({ dedupe_key }) => dedupe_key)}::text[])`.execute(db);
  },
});
