import * as z from 'zod';
import type { Capability } from '../connector.js';
import { ConnectorError } from '../shared/connector-error.js';
import type { AnyPullStream } from '../shared/pull-streams.js';
import type { CaseReader } from './case-reader.js';
import { requireObject } from './changed-cases-stream.js';

/** Whose rows tell what a case went through. */
export const HISTORY_OBJECT = {
  object: 'CaseHistory',
  absence:
    'CaseHistory cannot be read: let the integration user read cases, and track Status and Escalated in the field history',
};

/** Reads nothing: what is told comes with the cases, and what is not there degrades one capability. */
const probe = (name: string, capability: Capability, check: () => Promise<void>): AnyPullStream => ({
  name,
  capability,
  state: z.null(),
  begin: () => null,
  // oxlint-disable-next-line require-yield -- see above
  async *pull() {
    await check();
  },
});

const requireCsatField = async (reader: CaseReader): Promise<void> => {
  const { missing } = await reader.fields();
  const gone = missing.find(({ setting }) => setting === 'csat.field');
  if (!gone) return;
  const expected = `csat.field: the field ${gone.name} is not there, or the integration user may not read it`;
  throw new ConnectorError('connector_not_found', expected, { connector: 'salesforce', operation: 'describe Case' });
};

/** Says whether history and, where it is a field, CSAT can be read. */
export const capabilityProbes = (reader: CaseReader): AnyPullStream[] => {
  const { csat } = reader.settings;
  return [
    probe('history', 'history', () => requireObject(reader, HISTORY_OBJECT)),
    ...(csat && 'field' in csat ? [probe('csat', 'csat', () => requireCsatField(reader))] : []),
  ];
};
