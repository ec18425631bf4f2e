import { describe, expect, it } from 'vitest';
import type { TicketDraft } from '../model/support-ticket.js';
import { buildCustomer } from '../testing/build-customer.js';
import { buildTicket } from '../testing/build-ticket.js';
import { createMatcher } from './create-matcher.js';

const acme = buildCustomer({
  external_ids: { zendesk: ['77'] },
  contacts: ['Maya@Acme.example'],
});
const globex = buildCustomer({ customer_id: 'globex', name: 'Globex', contacts: ['hank@globex.example'] });

const draft = (keys: Partial<TicketDraft>): TicketDraft => ({
  ...buildTicket(),
  source_system: 'zendesk',
  ...keys,
});

describe('createMatcher', () => {
  const match = createMatcher([acme, globex]);

  it.each([
    ['the company id', { company: { id: '77' } }, 'company_id', 'acme'],
    ['our own id', { company: { external_id: 'globex' } }, 'company_external_id', 'globex'],
    ['the e-mail address', { requester_email: 'MAYA@acme.example' }, 'requester_email', 'acme'],
  ])('matches by %s', (_, keys, rule, customer_id) => {
    expect(match(draft(keys))).toEqual({ customer_id, rule });
  });

  it('prefers the company over the requester', () => {
    const keys = { company: { id: '77' }, requester_email: 'hank@globex.example' };
    expect(match(draft(keys))).toMatchObject({ customer_id: 'acme', rule: 'company_id' });
  });

  it('does not take the company id of another support system', () => {
    const keys = { company: { id: '77' }, source_system: 'intercom' as const };
    expect(match(draft(keys))).toEqual({ customer_id: null, reason: 'unknown_key' });
  });

  it('never guesses between two customers that claim one key', () => {
    const twin = buildCustomer({ customer_id: 'twin', name: 'Twin', external_ids: { zendesk: ['77'] } });
    const keys = { company: { id: '77' }, requester_email: 'hank@globex.example' };
    expect(createMatcher([acme, globex, twin])(draft(keys))).toEqual({
      customer_id: null,
      reason: 'conflict',
    });
  });

  it('says when a ticket has no key at all', () => {
    expect(match(draft({}))).toEqual({ customer_id: null, reason: 'no_key' });
  });
});
