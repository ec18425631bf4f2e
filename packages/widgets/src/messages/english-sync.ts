import type { ConnectionStatus } from '@cscx/support-core/api';
import { pluralOf } from './plural.js';

const plural = pluralOf('en');

const states: Record<ConnectionStatus['state'], string> = {
  waiting: 'Waiting',
  first_sync: 'First sync',
  current: 'Up to date',
  behind: 'Behind',
  failing: 'Failing',
  blocked: 'Needs a person',
  paused: 'Paused',
};

/** What `SyncStatus` says, in English. */
export const englishSync = {
  title: 'Sync status',
  connections: 'Connections',
  states,
  syncing: 'Syncing',

  freshness: 'Freshness',
  current: 'Up to date',
  currentOf: (current: string, all: string) => `${current} of ${all}`,
  setAside: 'Set aside',
  inOrder: 'All connections are in order',
  inState: (state: string, count: string) => `${state}: ${count}`,
  setAsideNone: 'Every record could be read',
  setAsideSome: 'Records that could not be read; the rest goes on',
  meanings: {
    freshness:
      'Everything that happened before this moment is in the numbers. The connection that is furthest behind decides; paused ones do not count.',
    current: 'Connections that are at most 15 minutes behind their support system.',
    setAside:
      'Records that were not as the support system describes them. They are kept with their reason and are not in the numbers.',
  },

  progress: (count: number, formatted: string, since: string) =>
    `${plural(count, formatted, { one: '# ticket', other: '# tickets' })} read since ${since}`,
  waiting: 'The first sync begins within a few minutes.',
  behind: 'More than 15 minutes late. It catches up by itself.',
  paused: 'Nothing comes in until somebody resumes it.',
  failures: (count: number, formatted: string) =>
    plural(count, formatted, { one: '# failed attempt', other: '# failed attempts in a row' }),
  lastTried: (ago: string) => `last one ${ago}`,
  nextAttempt: (duration: string) => `next one in ${duration}`,
  nextSoon: 'next one in a moment',
  missing: (what: string, reason: string) => `Not available: ${what} – ${reason}`,
  capabilities: {
    incremental: 'some later changes',
    history: 'the history of tickets',
    deletions: 'deletions of tickets',
    csat: 'ratings',
    sla: 'the support system’s own SLA verdicts',
    webhooks: 'changes within seconds',
  } satisfies Record<string, string> as Readonly<Record<string, string>>,
  keptAside: (count: number, formatted: string) =>
    plural(count, formatted, { one: '# record could not be read', other: '# records could not be read' }),

  /** Why a connection fails, and what to do about it. */
  problems: {
    connector_unauthorized: [
      'The support system does not accept the credentials.',
      'Connect it again with credentials that are valid.',
    ],
    connector_forbidden: [
      'The credentials do not allow everything that is needed.',
      'An administrator of the support system has to grant the missing role, scope or plan.',
    ],
    connector_not_found: [
      'The account is not where it was.',
      'Check its address, and connect it again if it has changed.',
    ],
    connector_refused: ['The support system refuses the requests.', 'Check the settings of the connection.'],
    connector_rate_limited: ['The support system allows no more requests for now.', 'It goes on by itself.'],
    connector_unavailable: ['The support system does not answer.', 'It is tried again by itself.'],
    connector_bad_response: [
      'The support system answers in a way that was not expected.',
      'It is tried again by itself. If this stays, tell whoever runs the support service.',
    ],
    credentials_sealed: [
      'The stored credentials cannot be opened.',
      'Whoever runs the support service has to restore its key, or connect the account again.',
    ],
    invalid_input: ['The settings of the connection are not valid.', 'Correct them, and connect it again.'],
    other: [
      'The sync broke off.',
      'It is tried again by itself. If this stays, tell whoever runs the support service.',
    ],
  } satisfies Record<string, readonly [what: string, todo: string]> as Readonly<
    Record<string, readonly [what: string, todo: string]>
  > & { other: readonly [what: string, todo: string] },

  start: 'Sync now',
  resume: 'Resume',
  actionOn: (action: string, connection: string) => `${action}: ${connection}`,
  asked: 'Asked for. It begins within seconds.',
  announced: (connection: string) => `Sync asked for: ${connection}`,
  notStarted: (reason: string) => `The sync was not started. ${reason}.`,
  mayNotStart: 'You may see how fresh the data is, but not start a sync',
  cannotStart: 'The connection has no credentials',
  noReason: 'Something went wrong',
  emptyHint: 'Connect a support system, and this shows how fresh its data is.',
};
