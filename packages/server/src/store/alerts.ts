import { randomUUID } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import type { AlertFinding, AlertStatus, Instant, SupportAlert } from '@cscx/support-core';
import type { alertsRoute, ApiRequest } from '@cscx/support-core/api';
import type { SupportDatabase } from './database.js';
import { takeLock } from './organization-lock.js';
import { storableJson } from './storable-json.js';
import { isVisibleCustomer, type VisibleCustomers } from './visible-customers.js';

/** Which alerts; all of them where nothing is given. */
export type AlertSelection = Omit<ApiRequest<typeof alertsRoute>, 'cursor' | 'limit'> & {
  /** Whether to leave out the resolved ones. */
  standing?: boolean;
};

/** Where in the list, newest first and among equals most severe first, a page starts: the alert before it. */
export type AlertPosition = Pick<SupportAlert, 'created_at' | 'severity' | 'alert_id'>;

/** Where an alert stands, and who made it stand there. */
export interface AlertState {
  status: AlertStatus;
  acknowledged_at: Instant | null;
  acknowledged_by: string | null;
  snoozed_until: Instant | null;
  resolved_at: Instant | null;
  resolved_by: string | null;
  note: string | null;
}

/** The alerts of one organization. */
export interface AlertStore {
  /**
   * Newest first; those that one import raised, most severe first.
   *
   * @param selection.now - an alert that was snoozed until then is open
   */
  page(
    selection: AlertSelection & { after?: AlertPosition | undefined; limit: number; now: Instant },
  ): Promise<SupportAlert[]>;
  /**
   * Changes one alert; nobody else does until the transaction ends.
   *
   * @param change - what of its state is to be another; nothing at all leaves it untouched
   * @returns the alert afterwards, or undefined where there is none of that id
   */
  change(
    alertId: string,
    now: Instant,
    change: (alert: SupportAlert) => Partial<AlertState> | null,
  ): Promise<SupportAlert | undefined>;
  /** Lets nobody else evaluate alerts until this transaction ends. */
  hold(): Promise<void>;
  /**
   * Makes the stored alerts of these customers say what was just found: a new finding opens an alert, a known one
   * updates it, one that came back reopens it, and an alert whose finding is gone is resolved. What a person resolved stays
   * so until its finding was gone once or becomes more severe.
   *
   * @param customerIds - customers that were evaluated, also those without findings
   */
  reconcile(customerIds: readonly string[], findings: readonly AlertFinding[], now: Instant): Promise<void>;
}

const urgency = (severity: RawBuilder<unknown>) =>
  sql`array_position(array['low', 'medium', 'high', 'critical'], ${severity})`;

const isoInstant = (column: string): RawBuilder<string> =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

const instants = ['created_at', 'updated_at', 'acknowledged_at', 'resolved_at'].map(
  (name) => sql`${isoInstant(`alerts.${name}`)} as ${sql.ref(name)}`,
);

const isSnoozed = (now: Instant) => sql`alerts.status = 'snoozed' and alerts.snoozed_until > ${now}::timestamptz`;

/** A snooze ends by itself. */
const statusAt = (now: Instant) =>
  sql`case when alerts.status <> 'snoozed' or ${isSnoozed(now)} then alerts.status else 'open' end`;

/** The CSM and the name are the customer's of today, so that an alert follows a change of hands. */
const alertColumns = (now: Instant) =>
  sql.join([
    sql`alerts.alert_id, alerts.customer_id, customers.name as customer_name, customers.csm_id, alerts.type,
      alerts.severity, ${statusAt(now)} as status, alerts.dedupe_key, alerts.acknowledged_by, alerts.resolved_by,
      alerts.note, alerts.document`,
    ...instants,
    sql`case when ${isSnoozed(now)} then ${isoInstant('alerts.snoozed_until')} end as snoozed_until`,
  ]);

type AlertRow = Omit<SupportAlert, 'title' | 'description' | 'evidence' | 'ticket_ids'> & {
  document: Pick<SupportAlert, 'title' | 'description' | 'evidence' | 'ticket_ids'>;
};

const toAlert = ({ document, ...row }: AlertRow): SupportAlert => ({ ...row, ...document });

const conditions = ({ standing, csm_id, status, ...fields }: AlertSelection, now: Instant): RawBuilder<unknown>[] => [
  ...Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [sql`${sql.ref(`alerts.${name}`)} = ${value}`],
  ),
  ...(csm_id === undefined ? [] : [sql`customers.csm_id = ${csm_id}`]),
  ...(status === undefined ? [] : [sql`${statusAt(now)} = ${status}`]),
  ...(standing ? [sql`alerts.status <> 'resolved'`] : []),
];

const findingRow = ({ title, description, evidence, ticket_ids, ...finding }: AlertFinding) => ({
  ...finding,
  alert_id: randomUUID(),
  document: { title, description, evidence, ticket_ids },
});

const isWorse = sql`${urgency(sql`excluded.severity`)} > ${urgency(sql`alerts.severity`)}`;

/**
 * What was over comes back, what a person did not want to see now has become worse, and what is another customer's now
 * is news there.
 */
const isBack = sql`(alerts.customer_id <> excluded.customer_id
  or alerts.status = 'resolved' and (not alerts.is_found or ${isWorse})
  or alerts.status = 'snoozed' and ${isWorse})`;

const saveFindings = (db: SupportDatabase, organizationId: string, findings: readonly AlertFinding[], now: Instant) => {
  const byKey = new Map(findings.map((finding) => [finding.dedupe_key, finding]));
  return sql`
    insert into alerts (organization_id, alert_id, dedupe_key, customer_id, type, severity, status, created_at,
      updated_at, document)
    select ${organizationId}::text, alert_id, dedupe_key, customer_id, type, severity, 'open', ${now}::timestamptz,
      ${now}::timestamptz, document
    from jsonb_to_recordset(${storableJson([...byKey.values()].map(findingRow))}::jsonb)
      as r(alert_id text, dedupe_key text, customer_id text, type text, severity text, document jsonb)
    order by dedupe_key
    on conflict (organization_id, dedupe_key) do update set
      customer_id = excluded.customer_id, severity = excluded.severity, document = excluded.document,
      updated_at = excluded.updated_at, resolved_at = null, resolved_by = null, is_found = true,
      status = case when ${isBack} then 'open' else alerts.status end,
      acknowledged_at = case when ${isBack} then null else alerts.acknowledged_at end,
      acknowledged_by = case when ${isBack} then null else alerts.acknowledged_by end,
      snoozed_until = case when ${isBack} then null else alerts.snoozed_until end
    where ${isBack} or (alerts.status <> 'resolved'
      and (alerts.severity, alerts.document, true)
        is distinct from (excluded.severity, excluded.document, alerts.is_found))`.execute(db);
};

export const createAlertStore = (
  db: SupportDatabase,
  organizationId: string,
  visible?: VisibleCustomers,
): AlertStore => ({
  async page({ after, limit, now, ...selection }) {
    const where = [
      sql`alerts.organization_id = ${organizationId}`,
      isVisibleCustomer(visible),
      ...conditions(selection, now),
    ];
    if (after) {
      where.push(
        sql`(alerts.created_at, ${urgency(sql`alerts.severity`)}, alerts.alert_id)
          < (${after.created_at}::timestamptz, ${urgency(sql`${after.severity}::text`)}, ${after.alert_id})`,
      );
    }
    const { rows } = await sql<AlertRow>`
      select ${alertColumns(now)}
      from alerts join customers using (organization_id, customer_id)
      where ${sql.join(where, sql` and `)}
      order by alerts.created_at desc, ${urgency(sql`alerts.severity`)} desc, alerts.alert_id desc
      limit ${limit}`.execute(db);
    return rows.map(toAlert);
  },
  async change(alertId, now, change) {
    const find = async (lock = sql``) => {
      const { rows } = await sql<AlertRow>`
        select ${alertColumns(now)}
        from alerts join customers using (organization_id, customer_id)
        where alerts.organization_id = ${organizationId} and alerts.alert_id = ${alertId}
          and ${isVisibleCustomer(visible)}
        ${lock}`.execute(db);
      return rows[0] && toAlert(rows[0]);
    };
    const alert = await find(sql`for update of alerts`);
    const changes = alert && change(alert);
    if (!changes) return alert;
    await db
      .updateTable('alerts')
      .set({ ...changes, updated_at: now })
      .where('organization_id', '=', organizationId)
      .where('alert_id', '=', alertId)
      .execute();
    return find();
  },
  hold: () => takeLock(db, 'alerts', organizationId),
  async reconcile(customerIds, findings, now) {
    if (findings.length > 0) await saveFindings(db, organizationId, findings, now);
    await sql`
      update alerts set
        status = 'resolved', is_found = false,
        resolved_at = case when status = 'resolved' then resolved_at else ${now}::timestamptz end,
        updated_at = case when status = 'resolved' then updated_at else ${now}::timestamptz end
      where organization_id = ${organizationId}
        and customer_id = any(${customerIds}::text[])
        and (status <> 'resolved' or is_found)
        and dedupe_key <> all(${findings.map(({ dedupe_key }) => dedupe_key)}::text[])`.execute(db);
  },
});
