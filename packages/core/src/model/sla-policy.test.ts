import { describe, expect, it } from 'vitest';
import { DEFAULT_SLA_POLICY, type SlaPolicy, slaPolicyFor, slaPolicySchema } from './sla-policy.js';

const policyOf = (at_risk_ratio: number): SlaPolicy => ({ ...DEFAULT_SLA_POLICY, at_risk_ratio });

const organization = policyOf(0.5);
const enterprise = policyOf(0.6);
const own = policyOf(0.7);

describe('slaPolicyFor', () => {
  const options = { policy: organization, tier_policies: { enterprise } };

  it("is the customer's own before that of its tier, before the organization's", () => {
    expect(slaPolicyFor({ sla_policy: own, tier: 'enterprise' }, options)).toBe(own);
    expect(slaPolicyFor({ sla_policy: null, tier: 'enterprise' }, options)).toBe(enterprise);
    expect(slaPolicyFor({ tier: 'starter' }, options)).toBe(organization);
    expect(slaPolicyFor({ tier: null }, options)).toBe(organization);
    expect(slaPolicyFor({}, options)).toBe(organization);
  });

  it('is the default where nobody says anything', () => {
    expect(slaPolicyFor({ tier: 'enterprise' }, {})).toBe(DEFAULT_SLA_POLICY);
  });

  it('knows no tier by the name of what every object has', () => {
    expect(slaPolicyFor({ tier: 'constructor' }, options)).toBe(organization);
    expect(slaPolicyFor({ tier: '__proto__' }, options)).toBe(organization);
  });
});

describe('slaPolicySchema', () => {
  const pathsOf = (policy: unknown) =>
    slaPolicySchema.safeParse(policy).error?.issues.map(({ path }) => path.join('.'));

  it('takes the default policy as it is', () => {
    expect(slaPolicySchema.parse(DEFAULT_SLA_POLICY)).toEqual(DEFAULT_SLA_POLICY);
  });

  it.each([0, -4, Number.NaN, Infinity])(
    'refuses a target of %s hours, by the name of the field',
    (resolution_hours) => {
      const targets = { ...DEFAULT_SLA_POLICY.targets, low: { first_response_hours: 1, resolution_hours } };
      expect(pathsOf({ ...DEFAULT_SLA_POLICY, targets })).toEqual(['targets.low.resolution_hours']);
    },
  );

  it('takes no target at all', () => {
    const targets = { ...DEFAULT_SLA_POLICY.targets, low: { first_response_hours: null, resolution_hours: null } };
    expect(pathsOf({ ...DEFAULT_SLA_POLICY, targets })).toBeUndefined();
  });

  it('refuses a calendar that never opens, by the name of the field', () => {
    const calendar = { timezone: 'UTC', weekly: { mon: [] } };
    expect(pathsOf({ ...DEFAULT_SLA_POLICY, calendar })).toEqual(['calendar.weekly']);
  });

  it.each([
    ['at_risk_ratio', 0],
    ['at_risk_ratio', 1.1],
    ['at_risk_within_minutes', 0],
    ['pause_on_hold', 'yes'],
  ])('refuses %s of %s', (field, value) => {
    expect(pathsOf({ ...DEFAULT_SLA_POLICY, [field]: value })).toEqual([field]);
  });
});
