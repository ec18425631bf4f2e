import type { StoryContext } from '@storybook/react-vite';
import { http } from 'msw';
import { inTurn } from './answer-in-turn.js';
import { type Answer, json, never, problem } from './answers.js';
import { silentCustomer } from './customer.js';
import { busyCustomer, hugeCustomer } from './metrics.js';

type Canvas = StoryContext['canvas'];
type Context = Pick<StoryContext, 'msw'>;
type Play = Pick<StoryContext, 'canvas'>;

interface MetricsWords {
  /** What is loaded: `Loading …`. */
  title: string;
  /** What is on the screen when something is drawn, in every language. */
  drawn: 'slider' | 'listitem';
  /** Said when there is nothing to draw. */
  empty: string;
}

/** An API that answers all questions about a customer's metrics so. */
export const answering =
  (answer: Answer) =>
  ({ msw }: Context): void =>
    msw.use(http.get('*/api/reports/support-metrics/:customerId', async ({ request }) => answer(request)));

/** The states that every widget of a customer's metrics has. */
export function metricsStories({ title, drawn, empty }: MetricsWords) {
  const finds =
    (find: (canvas: Canvas) => Promise<unknown>) =>
    async ({ canvas }: Play) =>
      void (await find(canvas));
  const isDrawn = finds(async (canvas) => canvas.findAllByRole(drawn));
  const says = (text: string) => finds(async (canvas) => canvas.findByText(text));
  const busy = { beforeEach: answering(json(busyCustomer)), play: isDrawn };
  return {
    sidePanel: { ...busy, parameters: { width: 320 } },
    inFrench: { ...busy, globals: { language: 'fr' } },
    rightToLeft: { ...busy, globals: { language: 'pseudo-rtl' } },
    huge: { beforeEach: answering(json(hugeCustomer)), play: isDrawn },
    empty: { beforeEach: answering(json(silentCustomer)), play: says(empty) },
    loading: { beforeEach: answering(never), play: says(`Loading ${title}…`) },
    failed: {
      beforeEach: answering(problem(500, 'internal_error')),
      play: finds(async (canvas) => canvas.findByRole('button', { name: 'Try again' })),
    },
    unknown: { beforeEach: answering(problem(404, 'not_found')), play: says('This customer is not known here') },
    stale: {
      parameters: { provider: { refreshInterval: 50 } },
      // Each run of the story begins with the first answer.
      beforeEach: (context: Context) => answering(inTurn(json(busyCustomer), problem(503, 'not_ready')))(context),
      play: says('The support service is starting. These are the last known numbers.'),
    },
  };
}
