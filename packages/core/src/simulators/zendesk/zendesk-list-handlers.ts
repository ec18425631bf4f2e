import { http, HttpResponse, type RequestHandler } from 'msw';
import type { SimulatedTicket } from '../shared/simulated-ticket.js';
import { firstIndex, searchOf, secondsOf, timeOf } from './zendesk-lists.js';
import type { ZendeskState } from './zendesk-state.js';
import { CUSTOM_STATUSES, zendeskSideloads } from './zendesk-ticket-json.js';

const isThere = (ticket: SimulatedTicket | undefined): ticket is SimulatedTicket =>
  ticket !== undefined && ticket.removed !== 'deleted' && ticket.removed !== 'spam';

/** When the survey was sent, or was answered without. */
const askedAt = ({ survey_sent_at, ratings }: SimulatedTicket): number => survey_sent_at ?? ratings[0]?.at ?? 0;

const ratingJson = (ticket: SimulatedTicket) => {
  const rating = ticket.ratings.at(-1);
  return {
    id: ticket.number,
    ticket_id: ticket.number,
    requester_id: ticket.story.requester.id,
    assignee_id: null,
    group_id: 31,
    score: rating === undefined ? 'offered' : rating.score >= 4 ? 'good' : 'bad',
    comment: rating?.comment ?? null,
    reason: null,
    created_at: timeOf(askedAt(ticket)),
    updated_at: timeOf(rating?.at ?? askedAt(ticket)),
  };
};

const surveyJson = (ticket: SimulatedTicket, points: number) => {
  const rating = ticket.ratings.at(-1);
  const times = { created_at: timeOf(rating?.at ?? 0), updated_at: timeOf(rating?.at ?? 0) };
  return {
    id: `01JSURVEY${ticket.number}`,
    survey: { id: '01JS', version: 1, state: 'enabled' },
    subjects: [{ type: 'ticket', id: String(ticket.number), zrn: `zen:ticket:${ticket.number}` }],
    responder_id: ticket.story.requester.id,
    answers: rating
      ? [
          { type: 'rating_scale', rating: 1 + Math.round(((rating.score - 1) * (points - 1)) / 4), ...times },
          ...(rating.comment === null ? [] : [{ type: 'open_ended', value: rating.comment, ...times }]),
        ]
      : [],
  };
};

/** The other lists: ratings, survey responses, single tickets, organizations, custom statuses, who we are. */
export const zendeskListHandlers = (state: ZendeskState): RequestHandler[] => {
  const { account, base, options } = state;
  let version: readonly SimulatedTicket[] | null = null;
  let asked: SimulatedTicket[] = [];
  let answered: SimulatedTicket[] = [];
  const refresh = (): void => {
    if (version === account.byChange()) return;
    version = account.byChange();
    asked = version
      .filter((ticket) => isThere(ticket) && askedAt(ticket) > 0)
      .sort((a, b) => askedAt(a) - askedAt(b) || a.number - b.number);
    answered = asked.filter(({ ratings }) => ratings.length > 0);
  };
  const answers = (request: Request, start: number, onlyAnswered: boolean) => {
    const search = searchOf(request);
    refresh();
    const all = onlyAnswered ? answered : asked;
    const [at = start, number = -1] = search.get('page[after]')?.split('_').map(Number) ?? [];
    const first = firstIndex(all.length, (index) => {
      const ticket = all[index];
      if (!ticket) return true;
      return askedAt(ticket) > at || (askedAt(ticket) === at && ticket.number > number);
    });
    const page = all.slice(first, first + Math.min(Number(search.get('page[size]') ?? 100), 100));
    const last = page.at(-1);
    const has_more = first + page.length < all.length;
    return { page, meta: { has_more, after_cursor: last ? `${askedAt(last)}_${last.number}` : null } };
  };

  return [
    http.get(`${base}/api/v2/satisfaction_ratings.json`, ({ request }) =>
      state.guard(request, { list: 'satisfaction_ratings', isAdminOnly: true }, () => {
        const search = searchOf(request);
        const start = Number(search.get('start_time') ?? 0) * 1000;
        const { page, meta } = answers(request, start, search.get('score') === 'received');
        return HttpResponse.json({ satisfaction_ratings: page.map(ratingJson), meta, links: { next: null } });
      }),
    ),
    http.get(`${base}/api/v2/guide/survey_responses`, ({ request }) =>
      state.guard(request, { list: 'survey_responses', isAdminOnly: true }, () => {
        const start = Number(searchOf(request).get('filter[created_at_start]') ?? 0);
        const { page, meta } = answers(request, start, false);
        const responses = page.map((ticket) => surveyJson(ticket, options.survey_points ?? 5));
        return HttpResponse.json({ survey_responses: responses, meta, links: { next: null } });
      }),
    ),
    http.get(`${base}/api/v2/tickets/show_many.json`, ({ request }) =>
      state.guard(request, {}, () => {
        const ids = (searchOf(request).get('ids') ?? '').split(',').map(Number);
        if (ids.length > 100) return HttpResponse.json({ error: 'TooManyValues' }, { status: 400 });
        const tickets = ids.map((id) => account.find(id)).filter(isThere);
        return HttpResponse.json({
          tickets: tickets.map(state.ticketJson),
          ...zendeskSideloads(tickets, state),
          count: tickets.length,
        });
      }),
    ),
    http.get(`${base}/api/v2/organizations/show_many.json`, ({ request }) =>
      state.guard(request, { list: 'organizations' }, () => {
        const ids = new Set((searchOf(request).get('ids') ?? '').split(',').map(Number));
        const found = new Map<number, object>();
        for (const { story } of account.byChange()) {
          const { company } = story.requester;
          if (company && ids.has(company.id)) found.set(company.id, state.organizationJson(company));
          if (found.size === ids.size) break;
        }
        return HttpResponse.json({ organizations: [...found.values()], count: found.size });
      }),
    ),
    http.get(`${base}/api/v2/custom_statuses.json`, ({ request }) =>
      state.guard(request, { list: 'custom_statuses' }, () => HttpResponse.json({ custom_statuses: CUSTOM_STATUSES })),
    ),
    http.get(`${base}/api/v2/users/me.json`, ({ request }) =>
      state.guard(request, {}, () =>
        HttpResponse.json({ user: { id: 8000, name: 'Sync', role: options.role, time: secondsOf(account.now()) } }),
      ),
    ),
  ];
};
