import { randomUUID } from 'node:crypto';
import type { Instant } from '@cscx/support-core';
import type { Principal } from '../auth/authenticate.js';
import type { SupportDatabase } from './database.js';

/** Something that was changed, and by whom. */
export interface AuditEntry {
  at: Instant;
  principal: Pick<Principal, 'role' | 'subject'>;
  /** The operation of the API, such as `linkTicket`, or the command. */
  action: string;
  /** What it was done to: ids, and how many. Never texts, addresses or secrets. */
  target: Readonly<Record<string, string>>;
  /** By which the log has it too; null outside of a request. */
  request_id: string | null;
}

/** Who changed what in one organization. Entries are added, and neither changed nor taken away. */
export interface AuditLog {
  /** Adds an entry: in the transaction of the change, so that there is neither one without the other. */
  record(entry: AuditEntry): Promise<void>;
  /** The newest entries, newest first. */
  latest(limit: number): Promise<AuditEntry[]>;
}

/** Whoever can run commands on the machine. */
export const COMMAND_LINE: AuditEntry['principal'] = { role: 'admin', subject: 'command line' };

export const createAuditLog = (db: SupportDatabase, organizationId: string): AuditLog => ({
  async record({ principal, target, ...entry }) {
    await db
      .insertInto('audit_log')
      .values({
        ...entry,
        organization_id: organizationId,
        audit_id: randomUUID(),
        role: principal.role,
        subject: principal.subject,
        target: JSON.stringify(target),
      })
      .execute();
  },
  async latest(limit) {
    const rows = await db
      .selectFrom('audit_log')
      .select(['at', 'role', 'subject', 'action', 'target', 'request_id'])
      .where('organization_id', '=', organizationId)
      .orderBy('at', 'desc')
      .orderBy('audit_id', 'desc')
      .limit(limit)
      .execute();
    return rows.map(({ at, role, subject, ...row }) => ({
      ...row,
      at: at.toISOString(),
      principal: { role, subject },
    }));
  },
});
