import type { SyncStatus } from '@cscx/support-client/operations';
import type { Meaning } from '../parts/Explain.js';
import { STALE_MS } from '../parts/Freshness.js';
import type { Stat } from '../parts/Stats.js';
import type { Words } from '../provider/words.js';

/** How fresh everything is, in three numbers: up to when, how many connections are current, how much was set aside. */
export function syncStats({ connections, data_as_of }: SyncStatus, now: number, { format, messages }: Words): Stat[] {
  const { sync } = messages;
  const countOf = (...states: string[]): number => connections.filter(({ state }) => states.includes(state)).length;
  const [blocked, late, current] = [countOf('blocked'), countOf('failing', 'behind'), countOf('current')];
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
        : { value: format.agoAlone(asOf, now), note: format.dateTime(data_as_of), ...lookOf(now - asOf <= STALE_MS) }),
    },
    {
      id: 'connections-current',
      label: sync.current,
      meaning: meaning(sync.meanings.current),
      value: sync.currentOf(format.count(current), format.count(connections.length)),
      ...(blocked > 0
        ? { note: sync.needPerson(blocked, format.count(blocked)), tone: 'bad', icon: 'critical' }
        : late > 0
          ? { note: sync.notCurrent(late, format.count(late)), tone: 'warn', icon: 'warning' }
          : { note: sync.inOrder, tone: 'good', icon: 'check' }),
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
