import type { SyncStatus } from '@cscx/support-client/operations';
import type { ConnectionStatus } from '@cscx/support-core/api';
import type { Meaning } from '../parts/Explain.js';
import type { Stat } from '../parts/Stats.js';
import type { Words } from '../provider/words.js';

type State = ConnectionStatus['state'];

/** What is later than this the server calls behind. */
const LATE_MS = 15 * 60_000;

/** How fresh everything is, in three numbers: up to when, how many connections are current, how much was set aside. */
export function syncStats({ connections, data_as_of }: SyncStatus, now: number, { format, messages }: Words): Stat[] {
  const { sync } = messages;
  const countOf = (state: State): number => connections.filter((connection) => connection.state === state).length;
  /** `Failing: 1, Behind: 2` */
  const countsOf = (...states: State[]): string =>
    format.list(
      states.flatMap((state) => {
        const count = countOf(state);
        return count > 0 ? sync.inState(sync.states[state], format.count(count)) : [];
      }),
    );
  const late = countsOf('blocked', 'failing', 'behind');
  const idle = countsOf('first_sync', 'waiting', 'paused');
  const aside = connections.reduce((sum, { kept_aside }) => sum + kept_aside, 0);
  const meaning = (definition: string): Meaning => ({ definition, asOf: data_as_of });
  const asOf = data_as_of === null ? null : Date.parse(data_as_of);
  return [
    {
      id: 'freshness',
      label: sync.freshness,
      meaning: meaning(sync.meanings.freshness),
      ...(data_as_of === null || asOf === null
        ? { value: messages.unknown, note: messages.neverUpdated, tone: 'neutral' }
        : { value: format.agoAlone(asOf, now), note: format.dateTime(data_as_of), ...lookOf(now - asOf <= LATE_MS) }),
    },
    {
      id: 'connections-current',
      label: sync.current,
      meaning: meaning(sync.meanings.current),
      value: sync.currentOf(format.count(countOf('current')), format.count(connections.length)),
      ...(late
        ? { note: late, ...(countOf('blocked') > 0 ? { tone: 'bad', icon: 'critical' } : lookOf(false)) }
        : idle
          ? { note: idle, tone: 'neutral', icon: 'clock' }
          : { note: sync.inOrder, ...lookOf(true) }),
    },
    {
      id: 'set-aside',
      label: sync.setAside,
      meaning: meaning(sync.meanings.setAside),
      value: format.count(aside),
      note: aside > 0 ? sync.setAsideSome : sync.setAsideNone,
      ...(aside > 0 ? { tone: 'neutral' } : lookOf(true)),
    },
  ];
}

const lookOf = (isGood: boolean): Pick<Stat, 'tone' | 'icon'> =>
  isGood ? { tone: 'good', icon: 'check' } : { tone: 'warn', icon: 'clock' };
