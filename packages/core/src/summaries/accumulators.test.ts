import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { buildCustomer } from '../testing/build-customer.js';
import { buildTicket } from '../testing/build-ticket.js';
import { anyPeriod, dealt, NOW, ticketsOfMany, ticketsOfOne } from './__fixtures__/any-tickets.js';
import type { AccumulatorState, MetricsAccumulator } from './accumulator.js';
import { createCustomerAccumulator, type CustomerReport, summarizeCustomer } from './customer-accumulator.js';
import {
  createPortfolioAccumulator,
  type PortfolioAccumulator,
  type PortfolioReport,
  summarizePortfolio,
} from './portfolio-accumulator.js';

const acme = buildCustomer();
const globex = buildCustomer({ customer_id: 'globex', name: 'Globex' });

const reportOf = (period: string) => ({ period, now: NOW, timezone: 'Europe/Berlin' });

const ofCustomer = (period: string) => createCustomerAccumulator({ customer: acme, ...reportOf(period) });
const ofPortfolio = (period: string) => createPortfolioAccumulator(reportOf(period));
const ofListed = (period: string) => createPortfolioAccumulator({ customers: [globex, acme], ...reportOf(period) });

const filled = <Accumulator extends MetricsAccumulator<unknown>>(
  accumulator: Accumulator,
  tickets: Iterable<TicketRecord>,
): Accumulator => {
  for (const ticket of tickets) accumulator.add(ticket);
  return accumulator;
};

const throughJson = (state: AccumulatorState): AccumulatorState =>
  JSON.parse(JSON.stringify(state)) as AccumulatorState;

/** The ways in which one part's counts come to another. */
const routes = [
  (part: MetricsAccumulator<unknown>) => part,
  (part: MetricsAccumulator<unknown>) => part.state(),
  (part: MetricsAccumulator<unknown>) => throughJson(part.state()),
];

describe.each<
  [string, fc.Arbitrary<TicketRecord[]>, (period: string) => MetricsAccumulator<CustomerReport | PortfolioReport>]
>([
  ['a customer accumulator', ticketsOfOne, ofCustomer],
  ['a portfolio accumulator', ticketsOfMany, ofPortfolio],
  ['a portfolio accumulator of listed customers', ticketsOfMany, ofListed],
])('%s', (_, tickets, create) => {
  it('gives exactly the same result, text for text, for any order and any split, merged by any route', () => {
    fc.assert(
      fc.property(dealt(tickets), anyPeriod, fc.constantFrom(...routes), ({ tickets: all, hands }, period, route) => {
        const whole = create(period);
        for (const hand of hands) whole.merge(route(filled(create(period), hand)));
        expect(whole.result()).toEqual(filled(create(period), all).result());
        expect(JSON.stringify(whole.result())).toBe(JSON.stringify(filled(create(period), all).result()));
      }),
      { numRuns: 200 },
    );
  });

  it('can go on counting after it was merged into, and be asked in between', () => {
    fc.assert(
      fc.property(dealt(tickets), anyPeriod, ({ tickets: all, hands: [first = [], ...others] }, period) => {
        const whole = create(period);
        whole.merge(throughJson(filled(create(period), first).state()));
        whole.result();
        filled(whole, others.flat());
        expect(whole.result()).toEqual(filled(create(period), all).result());
        expect(whole.result()).toEqual(whole.result());
      }),
    );
  });

  it('merges associatively and commutatively', () => {
    fc.assert(
      fc.property(dealt(tickets), anyPeriod, ({ hands }, period) => {
        const [a, b, c] = [0, 1, 2].map((index) => filled(create(period), hands[index] ?? []).state()) as [
          AccumulatorState,
          AccumulatorState,
          AccumulatorState,
        ];
        const merged = (...states: AccumulatorState[]) => {
          const accumulator = create(period);
          for (const state of states) accumulator.merge(state);
          return accumulator;
        };
        expect(merged(merged(a, b).state(), c).result()).toEqual(merged(a, merged(b, c).state()).result());
        expect(merged(a, b).result()).toEqual(merged(b, a).result());
        expect(merged(a, create(period).state()).result()).toEqual(merged(a).result());
      }),
    );
  });

  it('leaves those it takes in as they were, and its own state alone', () => {
    const part = filled(create('2026-11'), [buildTicket({ category: 'billing' })]);
    const before = throughJson(part.state());
    const whole = create('2026-11');
    whole.merge(part);
    whole.merge(part.state());
    const state = whole.state();
    whole.add(buildTicket());
    expect(throughJson(part.state())).toEqual(before);
    expect(throughJson(state)).not.toEqual(throughJson(whole.state()));
  });

  it('has a state that JSON keeps as it is', () => {
    fc.assert(
      fc.property(tickets, anyPeriod, (all, period) => {
        const state = filled(create(period), all).state();
        expect(throughJson(state)).toEqual(state);
      }),
    );
  });

  const started = { period: 'this_month', now: NOW, timezone: 'Europe/Berlin' };

  it.each([
    ['period', { period: 'this_week' }],
    ['zone', { timezone: 'UTC' }],
    ['way of counting compliance', { compliance_by: 'created' as const }],
  ])('refuses the state of another %s', (__, other) => {
    const others = [
      createCustomerAccumulator({ customer: acme, ...started, ...other }),
      createPortfolioAccumulator({ ...started, ...other }),
    ];
    for (const accumulator of others) {
      expect(() => create('this_month').merge(accumulator)).toThrow(InvalidInputError);
      expect(() => create('this_month').merge(throughJson(accumulator.state()))).toThrow(InvalidInputError);
    }
  });

  it('tells of each part what held at its own moment', () => {
    const [earlier, later] = ['2026-11-23T11:00:00Z', '2026-11-23T11:00:30Z'];
    const at = (now: string) => createCustomerAccumulator({ customer: acme, period: 'this_month', now });
    // A day old between the two moments.
    const ticket = (ticket_id: string) => buildTicket({ ticket_id, created_at: '2026-11-22T11:00:15Z' });
    const whole = at(later);
    whole.add(ticket('counted anew'));
    whole.merge(filled(at(earlier), [ticket('counted before')]));
    const { open_by_age } = whole.result().metrics.tickets;
    expect(open_by_age.map((age) => age.tickets)).toEqual([1, 1, 0, 0, 0, 0, 0]);
  });

  it('refuses the state of another version, or what is none', () => {
    const state = create('2026-11').state();
    for (const other of [{ ...state, version: 2 }, { ...state, version: undefined }, {}]) {
      expect(() => create('2026-11').merge(other as unknown as AccumulatorState)).toThrow(InvalidInputError);
    }
  });

  it('takes the state of a past period from whenever it was counted', () => {
    const later = { period: '2026-10', timezone: 'Europe/Berlin', now: '2027-03-01T00:00:00Z', customer: acme };
    const part = create('2026-10');
    const counterpart = 'reports' in part ? createPortfolioAccumulator(later) : createCustomerAccumulator(later);
    filled(counterpart, [buildTicket({ created_at: '2026-10-05T00:00:00Z' })]);
    part.merge(counterpart);
    expect(part.result()).toEqual(
      filled(create('2026-10'), [buildTicket({ created_at: '2026-10-05T00:00:00Z' })]).result(),
    );
  });

  it('refuses a ticket whose instant is none', () => {
    expect(() => create('2026-11').add(buildTicket({ created_at: 'yesterday' }))).toThrow(InvalidInputError);
  });

  it('is left as it was by a ticket that it refuses', () => {
    const accumulator = create('2026-11');
    const before = throughJson(accumulator.state());
    expect(() => accumulator.add(buildTicket({ first_response_at: 'yesterday' }))).toThrow(InvalidInputError);
    expect(throughJson(accumulator.state()).tallies['acme'] ?? before.tallies['acme']).toEqual(
      throughJson(create('2026-11').state()).tallies['acme'] ?? throughJson(accumulator.state()).tallies['acme'],
    );
  });
});

describe('createCustomerAccumulator', () => {
  it("refuses another customer's ticket, by the name of the field", () => {
    const add = () => ofCustomer('2026-11').add(buildTicket({ customer_id: 'globex' }));
    expect(add).toThrow(InvalidInputError);
    expect(add).toThrow(/customer_id/);
    expect(() =>
      summarizeCustomer([buildTicket({ customer_id: 'globex' })], { customer: acme, ...reportOf('2026-11') }),
    ).toThrow(InvalidInputError);
  });

  it('takes from the state of another customer nothing', () => {
    const other = createCustomerAccumulator({ customer: globex, ...reportOf('2026-11') });
    other.add(buildTicket({ customer_id: 'globex' }));
    const accumulator = ofCustomer('2026-11');
    accumulator.merge(other);
    expect(accumulator.result()).toEqual(ofCustomer('2026-11').result());
  });

  it('refuses the state of a portfolio, whose trends are cut otherwise', () => {
    for (const period of ['this_week', '2026-W40', '2026-10', 'this_month']) {
      expect(() => ofCustomer(period).merge(ofPortfolio(period))).toThrow(InvalidInputError);
      expect(() => ofPortfolio(period).merge(ofCustomer(period))).toThrow(InvalidInputError);
    }
  });

  it('refuses a period that is none', () => {
    expect(() => ofCustomer('someday')).toThrow(InvalidInputError);
  });
});

describe('createPortfolioAccumulator', () => {
  const reports = (accumulator: PortfolioAccumulator, tickets: TicketRecord[]) =>
    filled(accumulator, tickets).reports();

  it('reports each customer, the same for any order of the tickets', () => {
    fc.assert(
      fc.property(dealt(ticketsOfMany), anyPeriod, ({ tickets, hands }, period) => {
        expect(reports(ofPortfolio(period), hands.flat())).toEqual(reports(ofPortfolio(period), tickets));
        expect(reports(ofListed(period), hands.flat())).toEqual(reports(ofListed(period), tickets));
      }),
    );
  });

  it('says what summarizePortfolio says', () => {
    fc.assert(
      fc.property(ticketsOfMany, anyPeriod, (tickets, period) => {
        const accumulator = filled(ofPortfolio(period), tickets);
        expect(summarizePortfolio(tickets, reportOf(period))).toEqual({
          ...accumulator.result(),
          metrics: accumulator.reports().map(({ metrics }) => metrics),
        });
      }),
    );
  });

  it('takes over the listed customers of a state and no others', () => {
    const all = filled(ofPortfolio('2026-11'), [buildTicket(), buildTicket({ customer_id: 'stranger' })]);
    const listed = ofListed('2026-11');
    listed.merge(all);
    expect(listed.result()).toEqual(filled(ofListed('2026-11'), [buildTicket()]).result());
  });

  it('keeps customers apart whose ids are names that objects use', () => {
    const ids = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
    const part = filled(
      ofPortfolio('2026-11'),
      ids.map((customer_id) => buildTicket({ customer_id })),
    );
    const whole = ofPortfolio('2026-11');
    whole.merge(throughJson(part.state()));
    expect(whole.result()).toEqual(part.result());
    expect(
      whole
        .result()
        .customers.map(({ customer_id }) => customer_id)
        .toSorted(),
    ).toEqual(ids.toSorted());
  });
});
