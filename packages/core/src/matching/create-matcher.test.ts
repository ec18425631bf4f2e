import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Customer } from '../model/customer.js';
import type { TicketDraft } from '../model/support-ticket.js';
import { buildCustomer } from '../testing/build-customer.js';
import { buildTicket } from '../testing/build-ticket.js';
import { createMatcher, type MatcherOptions } from './create-matcher.js';

const acme = buildCustomer({
  external_ids: { zendesk: ['77'] },
  contacts: ['Maya@Acme.example', 'maya.private@gmail.com'],
  domains: ['acme.example'],
});
const globex = buildCustomer({
  customer_id: 'globex',
  name: 'Globex',
  contacts: ['hank@globex.example'],
  domains: ['globex.co.uk'],
});

const draft = (keys: Partial<TicketDraft>): TicketDraft => ({
  ...buildTicket(),
  source_system: 'zendesk',
  ...keys,
});

const nobody = (reason: string) => ({ customer_id: null, reason });

describe('createMatcher', () => {
  const match = createMatcher([acme, globex]);

  it.each([
    ['the company id', { company: { id: '77' } }, 'company_id', 'acme'],
    ['our own id at the company', { company: { external_id: 'globex' } }, 'company_external_id', 'globex'],
    ['our own id in a custom field', { company: { custom_field: ' globex ' } }, 'custom_field', 'globex'],
    ['the address', { requester_email: 'MAYA@acme.example' }, 'requester_email', 'acme'],
    ['the domain of the address', { requester_email: 'tom@ACME.example' }, 'requester_domain', 'acme'],
    ['a domain above it', { requester_email: 'tom@mail.eu.globex.co.uk' }, 'requester_domain', 'globex'],
    ['a contact with free mail', { requester_email: 'maya.private@gmail.com' }, 'requester_email', 'acme'],
  ])('matches by %s', (_, keys, rule, customer_id) => {
    expect(match(draft(keys))).toEqual({ customer_id, rule });
  });

  it.each([
    ['without any key', {}, 'no_key'],
    ['with a name only', { company: { name: 'Acme Corp' } }, 'no_key'],
    ['of a company that is no customer', { company: { id: '78' } }, 'unknown_key'],
    ['of another domain', { requester_email: 'tom@initech.example' }, 'unknown_key'],
    ['of a domain that only ends alike', { requester_email: 'tom@notacme.example' }, 'unknown_key'],
    ['of free mail', { requester_email: 'maya@gmail.com' }, 'free_mail'],
    ['of a disposable address', { requester_email: 'maya@mailinator.com' }, 'free_mail'],
    ['of free mail at an unknown company', { requester_email: 'm@gmail.com', company: { id: '78' } }, 'unknown_key'],
  ])('says why a ticket %s is nobody’s', (_, keys, reason) => {
    expect(match(draft(keys))).toEqual(nobody(reason));
  });

  it('tries the rules in the order of the contract', () => {
    const keys = {
      ticket_id: 'zendesk:acme:1',
      company: { id: '77', external_id: 'b', custom_field: 'c' },
      requester_email: 'd@e.example',
    };
    const customers = [
      buildCustomer({ customer_id: 'linked' }),
      buildCustomer({ customer_id: 'a', external_ids: { zendesk: ['77'] } }),
      buildCustomer({ customer_id: 'b' }),
      buildCustomer({ customer_id: 'c' }),
      buildCustomer({ customer_id: 'd', contacts: ['d@e.example'] }),
      buildCustomer({ customer_id: 'e', domains: ['e.example'] }),
    ];
    const links = new Map([['zendesk:acme:1', 'linked']]);
    const rules = customers.map((_, index) => {
      const left = customers.slice(index);
      return createMatcher(left, index === 0 ? { links } : {})(draft(keys));
    });
    expect(rules).toEqual([
      { customer_id: 'linked', rule: 'link' },
      { customer_id: 'a', rule: 'company_id' },
      { customer_id: 'b', rule: 'company_external_id' },
      { customer_id: 'c', rule: 'custom_field' },
      { customer_id: 'd', rule: 'requester_email' },
      { customer_id: 'e', rule: 'requester_domain' },
    ]);
  });

  it('does not take the company id of another support system', () => {
    const keys = { company: { id: '77' }, source_system: 'intercom' as const };
    expect(match(draft(keys))).toEqual(nobody('unknown_key'));
  });

  it('does not take a custom field for an id of a support system', () => {
    expect(match(draft({ company: { custom_field: '77' } }))).toEqual(nobody('unknown_key'));
  });

  it('does not fold an address with a tag, which may be somebody else’s', () => {
    const customer = buildCustomer({ contacts: ['maya@gmail.com'] });
    expect(createMatcher([customer])(draft({ requester_email: 'maya+x@gmail.com' }))).toEqual(nobody('free_mail'));
  });
});

describe('a link set by a person', () => {
  const ticket = draft({ ticket_id: 'zendesk:acme:1', company: { id: '77' } });

  it('wins over every key', () => {
    const match = createMatcher([acme, globex], { links: new Map([['zendesk:acme:1', 'globex']]) });
    expect(match(ticket)).toEqual({ customer_id: 'globex', rule: 'link' });
    expect(match({ ...ticket, ticket_id: 'zendesk:acme:2' })).toEqual({ customer_id: 'acme', rule: 'company_id' });
  });

  it('to a customer that there is not leaves the ticket unmatched', () => {
    const match = createMatcher([acme], { links: new Map([['zendesk:acme:1', 'gone']]) });
    expect(match(ticket)).toEqual(nobody('unknown_link'));
  });
});

describe('two customers that claim one key', () => {
  const twin = (keys: Partial<Customer>) => buildCustomer({ customer_id: 'twin', name: 'Twin', ...keys });

  it.each([
    ['company id', { external_ids: { zendesk: ['77'] } }, { company: { id: '77' } }],
    ['address', { contacts: ['maya@acme.example'] }, { requester_email: 'maya@acme.example' }],
    ['domain', { domains: ['ACME.example'] }, { requester_email: 'tom@acme.example' }],
  ])('are a conflict: a %s is never a guess', (_, keys, claimed) => {
    expect(createMatcher([acme, globex, twin(keys)])(draft(claimed))).toEqual(nobody('conflict'));
  });

  it('end the search: no later rule is tried', () => {
    const keys = { company: { id: '77', external_id: 'globex' }, requester_email: 'hank@globex.example' };
    const customers = [acme, globex, twin({ external_ids: { zendesk: ['77'] } })];
    expect(createMatcher(customers)(draft(keys))).toEqual(nobody('conflict'));
  });

  it('are none where the same customer is listed twice', () => {
    expect(createMatcher([acme, acme])(draft({ company: { id: '77' } }))).toMatchObject({ customer_id: 'acme' });
  });

  it('do not stand in the way of a link', () => {
    const links = new Map([[buildTicket().ticket_id, 'twin']]);
    const match = createMatcher([acme, twin({ external_ids: { zendesk: ['77'] } })], { links });
    expect(match(draft({ company: { id: '77' } }))).toEqual({ customer_id: 'twin', rule: 'link' });
  });
});

describe('a domain', () => {
  const found = (domains: string[], email: string, options: MatcherOptions = {}) => {
    const { customer_id, ...why } = createMatcher(
      [buildCustomer({ domains })],
      options,
    )(draft({ requester_email: email }));
    return 'reason' in why ? why.reason : customer_id;
  };

  it.each([
    ['acme.com', 'a@acme.com'],
    [' ACME.com. ', 'a@acme.com'],
    ['@acme.com', 'a@acme.com'],
    ['*.acme.com', 'a@acme.com'],
    ['www.acme.com', 'a@acme.com'],
    ['https://www.acme.com/contact?x=1', 'a@acme.com'],
    ['acme.co.uk', 'a@help.acme.co.uk'],
    ['bücher.de', 'a@xn--bcher-kva.de'],
    ['xn--bcher-kva.de', 'a@mail.xn--bcher-kva.de'],
    ['acme.github.io', 'a@acme.github.io'],
    ['emea.acme.com', 'a@mail.emea.acme.com'],
  ])('written as %s is that of %s', (domain, email) => {
    expect(found([domain], email)).toBe('acme');
  });

  it.each([
    ['co.uk', 'a@acme.co.uk', 'a public suffix'],
    ['uk.com', 'a@acme.uk.com', 'a suffix under which others register'],
    ['github.io', 'a@acme.github.io', 'a host of many tenants'],
    ['one.github.io', 'a@other.github.io', 'another tenant'],
    ['emea.acme.com', 'a@acme.com', 'the domain above the one that was named'],
    ['emea.acme.com', 'a@apac.acme.com', 'the one beside it'],
    ['192.168.0.1', 'a@192.168.0.1', 'an address of a machine'],
    ['not a domain', 'a@acme.com', 'no domain'],
    ['', 'a@acme.com', 'nothing'],
  ])('%s does not match %s: it is %s', (domain, email) => {
    expect(found([domain], email)).toBe('unknown_key');
  });

  it.each(['gmail.com', 'hotmail.co.uk', 'GMX.de', 'proton.me', 'qq.com', 'orange.fr', 'yopmail.com', 'duck.com'])(
    'of a mail provider matches nobody, even where a customer claims it: %s',
    (domain) => {
      expect(found([domain], `a@${domain}`)).toBe('free_mail');
      expect(found([domain], `a@mail.${domain}`)).toBe('free_mail');
    },
  );

  it.each(['github.com', 'bt.com', 'alibaba.com', 'facebook.com'])('of a company is a company’s: %s', (domain) => {
    expect(found([domain], `a@${domain}`)).toBe('acme');
  });

  it('below a company’s may be a provider’s: GitHub hides addresses there', () => {
    expect(found(['github.com'], '1+a@users.noreply.github.com')).toBe('free_mail');
  });

  it('that the organization ignores matches nobody, nor do those below it', () => {
    const options = { ignored_domains: ['Reseller.example'] };
    expect(found(['reseller.example'], 'a@reseller.example', options)).toBe('ignored_domain');
    expect(found(['eu.reseller.example'], 'a@eu.reseller.example', options)).toBe('ignored_domain');
    expect(found(['acme.com'], 'a@acme.com', options)).toBe('acme');
  });

  it('goes to the customer that named the narrowest', () => {
    const emea = buildCustomer({ customer_id: 'emea', domains: ['emea.acme.com'] });
    const match = createMatcher([buildCustomer({ domains: ['acme.com'] }), emea]);
    const customerOf = (requester_email: string) => match(draft({ requester_email })).customer_id;
    expect(customerOf('a@mail.emea.acme.com')).toBe('emea');
    expect(customerOf('a@apac.acme.com')).toBe('acme');
    expect(customerOf('a@acme.com')).toBe('acme');
  });
});

describe('any customers', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const domains = ['one.com', 'eu.one.com', 'two.co.uk', 'gmail.com', 'uk.com', '', '%', 'x.uk.com'];
  const emails = ['a@one.com', 'b@eu.one.com', 'c@two.co.uk', 'd@gmail.com', 'e@x.uk.com'];
  const some = <Value>(values: readonly Value[]) => fc.subarray([...values], { maxLength: 2 });
  const customers = fc.array(
    fc
      .record({
        customer_id: fc.constantFrom(...ids),
        domains: some(domains),
        contacts: some(emails),
        external_ids: fc.record({ zendesk: some(['1', '2']), intercom: some(['1', '2']) }),
      })
      .map(buildCustomer),
    { maxLength: 6 },
  );
  const key = fc.option(fc.constantFrom('1', '2', 'a', 'b', 'x', ' '), { nil: null });
  const drafts = fc
    .record({
      company: fc.record({ id: key, external_id: key, custom_field: key }),
      requester_email: fc.option(fc.oneof(fc.constantFrom(...emails), fc.emailAddress()), { nil: null }),
    })
    .map(draft);
  const options = fc.record({
    links: fc.option(fc.constant(new Map([[buildTicket().ticket_id, 'a']])), { nil: undefined }),
    ignored_domains: some(domains),
  });

  it('give the same answer in any order, asked once or twice', () => {
    const ordered = customers.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(ordered, drafts, options, ([all, shuffled], ticket, terms) => {
        const match = createMatcher(all, terms);
        const answer = match(ticket);
        expect(createMatcher(shuffled, terms)(ticket)).toEqual(answer);
        expect(match(ticket)).toEqual(answer);
      }),
    );
  });

  it('never share a ticket: with a twin that has the same keys it is nobody’s', () => {
    fc.assert(
      fc.property(customers, drafts, (all, ticket) => {
        const match = createMatcher(all)(ticket);
        // A twin has another id, so what equals an id stays one customer's.
        const isById = 'rule' in match && ['company_external_id', 'custom_field'].includes(match.rule);
        if (match.customer_id === null || isById) return;
        const owners = all.filter(({ customer_id }) => customer_id === match.customer_id);
        const twins = owners.map((owner) => ({ ...owner, customer_id: 'twin' }));
        expect(createMatcher([...all, ...twins])(ticket)).toEqual(nobody('conflict'));
        expect(createMatcher([...twins, ...all])(ticket)).toEqual(nobody('conflict'));
      }),
      { numRuns: 500 },
    );
  });

  it('are never told anything but one of themselves, or a reason', () => {
    fc.assert(
      fc.property(customers, drafts, options, (all, ticket, terms) => {
        const match = createMatcher(all, terms)(ticket);
        expect(Object.keys(match).sort()).toEqual(
          match.customer_id === null ? ['customer_id', 'reason'] : ['customer_id', 'rule'],
        );
        if (match.customer_id !== null) expect(all.map(({ customer_id }) => customer_id)).toContain(match.customer_id);
      }),
    );
  });
});
