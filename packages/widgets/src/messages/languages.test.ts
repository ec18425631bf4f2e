import { expect, test } from 'vitest';
import { alerts } from '../__fixtures__/alerts.js';
import { createFormat } from '../format/create-format.js';
import { german } from './de.js';
import { english } from './en.js';
import { spanish } from './es.js';
import { french } from './fr.js';
import { japanese } from './ja.js';
import type { Messages } from './messages.js';

const languages: readonly Messages[] = [french, german, spanish, japanese];

/** Which of the values given to a phrase stand in it: `2 3` for the second and the third. */
const placesOf = (phrase: (...values: string[]) => unknown, count: number): string => {
  const values = Array.from({ length: count }, (_, index) => `value${index}`);
  const said = String(phrase(...values));
  return values.filter((value) => said.includes(value)).join(' ');
};

/** Paths of a catalogue with what is there: `text`, or the values that a phrase repeats. */
function entries(value: unknown, source: unknown, path = ''): string[] {
  if (typeof value === 'string') return [`${path}: text`];
  if (typeof value === 'function') {
    return [`${path}: ${placesOf(value as () => string, (source as () => string).length)}`];
  }
  return Object.entries(value as object).flatMap(([key, each]) =>
    key === 'fromApi' ? [] : entries(each, (source as Record<string, unknown>)[key], `${path}.${key}`),
  );
}

test.each(languages.map((messages) => [messages.language, messages] as const))(
  'in %s every phrase repeats the same values as in English',
  (_, messages) => {
    expect(entries(messages, english).toSorted()).toEqual(entries(english, english).toSorted());
  },
);

test.each(languages.map((messages) => [messages.language, messages] as const))(
  'in %s hardly a word is left in English',
  (_, messages) => {
    const words = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : typeof value === 'object' ? Object.values(value ?? {}).flatMap(words) : [];
    const said = words(english);
    const same = words(messages).filter((word) => word.length > 5 && said.includes(word));
    // Written alike in both.
    const alike = ['Status', 'Median', 'Stable', 'Satisfaction'];
    expect(same.filter((word) => !alike.includes(word))).toEqual([]);
  },
);

test('an alert and a reason are said in the language of the reader, from their numbers', () => {
  const format = createFormat('fr', 'UTC');
  const reason = { type: 'sla_breached', severity: 'high', points: 9, text: '5 open tickets past SLA' } as const;
  expect(french.fromApi?.reason({ ...reason, evidence: { tickets: 5 } }, format)).toBe('5 tickets ouverts hors SLA');
  expect(french.fromApi?.reason({ ...reason, evidence: { tickets: 1 } }, format)).toBe('1 ticket ouvert hors SLA');
  const spike = { ...alerts[0]!, evidence: { current: 12, usual: 3, change_pct: 300 } };
  expect(german.fromApi?.alert(spike, createFormat('de', 'UTC'))?.title).toBe('Ticketspitze: +300\u00a0%');
  const breach = { ...alerts[1]!, evidence: { metric: 'resolution', priority: 'critical' } };
  expect(spanish.fromApi?.alert(breach, createFormat('es', 'UTC'))).toEqual({
    title: 'SLA incumplido: resolución',
    description: 'Plazo superado en un ticket de prioridad crítica.',
  });
});

test.each([
  [french, 'Moyenne de 8 avis en 30 jours, sous le seuil de 3,5.'],
  [german, 'Durchschnitt aus 8 Bewertungen (30 Tage), unter 3,5.'],
])('a low average stands beside what it falls short of, where that has come in', (messages, said) => {
  const format = createFormat(messages.language, 'UTC');
  const low = alerts[3]!;
  const { low_csat_below: below, ...older } = low.evidence;
  const say = (evidence: typeof older): string | undefined =>
    messages.fromApi?.alert({ ...low, evidence }, format)?.description;
  expect(say({ ...older, low_csat_below: below! })?.replaceAll(/\s/g, ' ')).toBe(said);
  expect(say(older)?.replaceAll(/\s/g, ' ')).toBe(said.replace(/, .* 3,5/, ''));
});

test('what comes without its numbers stays in English', () => {
  const reason = {
    type: 'sla_breached',
    severity: 'high',
    points: 9,
    text: '5 open tickets past SLA',
    evidence: {},
  } as const;
  expect(french.fromApi?.reason(reason, createFormat('fr', 'UTC'))).toBeNull();
  expect(alerts.map((alert) => french.fromApi?.alert(alert, createFormat('fr', 'UTC')))).not.toContain(undefined);
});
