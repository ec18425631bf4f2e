interface WeekInfo {
  weekend: number[];
}

/** Not yet in TypeScript's library; older browsers have it as a property. */
type WithWeekInfo = Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };

/** The day on which people of a locale go back to work: 1 is Monday, 7 Sunday. */
export function firstWorkday(locale: string): number {
  const region: WithWeekInfo = new Intl.Locale(locale).maximize();
  const { weekend } = region.getWeekInfo?.() ?? region.weekInfo ?? { weekend: [6, 7] };
  const isFirst = (day: number): boolean => !weekend.includes(day) && weekend.includes(((day + 5) % 7) + 1);
  return [1, 2, 3, 4, 5, 6, 7].find(isFirst) ?? 1;
}
