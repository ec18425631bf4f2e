import type { Instant } from '@cscx/support-core';
import type { SupportDatabase } from './database.js';

/** When the alerts of one organization are to be evaluated although nothing came in: targets are missed by time alone. */
export interface AlertRounds {
  /**
   * Takes this round, unless another process was first.
   *
   * @param until - when it is due again if nothing more is heard of it
   */
  claim(now: Instant, until: Instant): Promise<boolean>;
  /** Says when it is due again. */
  schedule(due_at: Instant): Promise<void>;
}

export const createAlertRounds = (db: SupportDatabase, organizationId: string): AlertRounds => {
  const ours = db.updateTable('organizations').where('organization_id', '=', organizationId);
  return {
    async claim(now, until) {
      const { numUpdatedRows } = await ours
        .where((is) => is.or([is('alerts_due_at', 'is', null), is('alerts_due_at', '<=', new Date(now))]))
        .set({ alerts_due_at: until })
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async schedule(due_at) {
      await ours.set({ alerts_due_at: due_at }).execute();
    },
  };
};
