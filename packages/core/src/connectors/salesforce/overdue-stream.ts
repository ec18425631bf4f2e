import * as z from 'zod';
import { instantSchema } from '../../model/instant.js';
import { DAY_MS, epochOf } from '../../time/instant.js';
import type { PullStream } from '../shared/pull-streams.js';
import { MILESTONE_COMPANION } from './case-companions.js';
import type { CaseReader } from './case-reader.js';
import { pageOfCases, requireObject } from './changed-cases-stream.js';
import { rewind, serverInstant } from './server-time.js';
import { walkPositionSchema, walkRecords } from './walk-records.js';

const stateSchema = z.strictObject({
  /** Until when overdue milestones were looked for; null: never. */
  swept: instantSchema.nullable(),
  /** When last all of them were, however old. */
  full: instantSchema.nullable(),
  /** Until when the sweep that runs looks. */
  until: instantSchema.nullable(),
  id: walkPositionSchema.shape.id,
});

/**
 * The open cases whose targets passed since the last pull. `IsViolated` turns true when it is read after the target, and
 * no stamp tells of it. Once a day all incomplete milestones of open cases whose target is past are read again.
 */
export const overdueStream = (reader: CaseReader): PullStream<z.infer<typeof stateSchema>> => ({
  name: 'overdue',
  capability: 'sla',
  state: stateSchema,
  begin: () => ({ swept: null, full: null, until: null, id: '' }),
  async *pull({ swept, full, until: begun, id }) {
    await requireObject(reader, MILESTONE_COMPANION);
    const { api, signal } = reader;
    const until = begun ?? serverInstant(reader);
    if (swept === null || full === null) {
      // The first pull reads all cases afterwards, with their verdicts.
      yield { page: {}, state: { swept: until, full: until, until: null, id: '' } };
      return;
    }
    const isFull = epochOf(until) - epochOf(full) >= DAY_MS;
    const where = [
      'IsCompleted = false',
      'Case.IsClosed = false',
      `TargetDate <= ${until}`,
      ...(isFull ? [] : [`TargetDate > ${rewind(swept, reader)}`]),
    ];
    const walk = { object: 'CaseMilestone', select: ['Id', 'SystemModstamp', 'CaseId'], where, order: 'id' } as const;
    for await (const { records, position } of walkRecords(api, walk, { ts: null, id }, signal)) {
      const page = await pageOfCases(records, MILESTONE_COMPANION, reader);
      yield { page, state: { swept, full, until, id: position.id } };
    }
    yield { page: {}, state: { swept: until, full: isFull ? until : full, until: null, id: '' } };
  },
});
