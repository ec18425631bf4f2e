import { pluralOf } from './plural.js';

const plural = pluralOf('en');

/** What `CsatTrend` says, in English. */
export const englishCsat = {
  title: 'Satisfaction',
  meanings: {
    average:
      'Average of the ratings given in the period, from 1 to 5. A ticket rated again counts once, with its latest rating.',
    satisfied: 'Share of the ratings given in the period that are 4 or 5.',
    responseRate: 'Share of the surveys sent that were answered.',
    overTime: 'Average of the ratings given in each week or day. Where there was none there is no point.',
  },
  overTime: 'CSAT over time',
  average: 'Average',
  none: 'No ratings in this time',
  noneHint: 'Ratings appear here once customers answer a survey after their ticket.',
  noneInPeriod: 'No ratings in this period',
  ratings: (count: number, formatted: string) => plural(count, formatted, { one: '# rating', other: '# ratings' }),
  fewRatings: 'Fewer than 3 ratings',
  few: (ratings: string) => `${ratings}, too few to judge`,
  outOf: '/5',
  periodAverage: 'Average of the period',
  satisfied: 'Satisfied',
  satisfiedNote: 'Ratings of 4 or 5',
  responseRate: 'Answered surveys',
  responseRateNote: 'Of the surveys sent',
  responseRateUnknown: 'The support system does not tell',
  trend: { improving: 'Improving', stable: 'Stable', declining: 'Declining' },
  from: (trend: string, previous: string, ratings: string) => `${trend} from ${previous} · ${ratings}`,
  fewFrom: (ratings: string, previous: string) => `${ratings}, too few for a trend (before: ${previous})`,
  distribution: 'Ratings',
  stars: (score: string) => `${score} of 5`,
  comments: 'Comments',
  commentsNone: 'No rating came with a comment',
  commentsAll: (count: string) => `View all ${count}`,
  commentsFewer: 'View fewer',
  mixed: 'Ratings were given on different scales and converted to 1 to 5.',
};
