/** Which of an account's lists its plan may lack. */
export type ZendeskList =
  | 'custom_statuses'
  | 'organizations'
  | 'satisfaction_ratings'
  | 'survey_responses'
  | 'ticket_metric_events';

/** Makes a reader of request parameters for one request. */
export const searchOf = (request: Request): URLSearchParams => new URL(request.url).searchParams;

/** Milliseconds as seconds since the epoch. */
export const secondsOf = (ms: number): number => Math.floor(ms / 1000);

/** Milliseconds as Zendesk writes times: whole seconds. */
export const timeOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** The first place of an ordered list from which a test holds. */
export const firstIndex = (length: number, holds: (index: number) => boolean): number => {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};
