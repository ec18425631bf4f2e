import type { z } from 'zod';
import { type CsatMapping, csatRange } from '../values/csat-reader.js';
import type { ImportColumns } from './columns-schema.js';

interface MappingParts {
  mode: 'tickets' | 'event_log';
  columns: ImportColumns;
  constants: object;
  csat?: CsatMapping | undefined;
}

/** What the parts of a mapping say against each other, each part being right by itself. */
export const mappingConflicts = ({ value, issues }: z.core.ParsePayload<MappingParts>): void => {
  const { mode, columns, constants, csat } = value;
  const refuse = (path: string[], message: string): void => {
    issues.push({ code: 'custom', input: value, path, message });
  };
  if (mode === 'event_log') {
    if (columns.event_at === undefined)
      refuse(['columns', 'event_at'], 'required in mode event_log: the column that says when a row was written');
    if (columns.status === undefined) refuse(['columns', 'status'], 'required in mode event_log');
    for (const field of ['resolved_at', 'closed_at'] as const)
      if (columns[field] !== undefined)
        refuse(['columns', field], 'leave it out in mode event_log: the history of status tells it');
  } else {
    for (const field of ['event_at', 'sequence'] as const)
      if (columns[field] !== undefined) refuse(['columns', field], 'only for mode event_log');
  }
  for (const field of Object.keys(constants))
    if (field in columns) refuse(['constants', field], 'expected a column or a constant for a field, not both');
  if (columns.csat_score !== undefined && csat === undefined)
    refuse(['csat'], 'required with columns.csat_score: the scale of the scores');
  if (csat !== undefined) {
    const [lowest, highest] = csatRange(csat);
    if (lowest >= highest) refuse(['csat'], `expected min below max, not ${lowest} and ${highest}`);
  }
};
