import { describe, expect, it } from 'vitest';
import { DEFAULT_THRESHOLDS, thresholdsFor } from './support-thresholds.js';

const organization = { ...DEFAULT_THRESHOLDS, csat_target: 4.2, sla_target_pct: 95 };

describe('thresholdsFor', () => {
  it("are the customer's own where it has some, else the organization's", () => {
    expect(thresholdsFor({ thresholds: { csat_target: 4.8 } }, organization)).toEqual({
      ...organization,
      csat_target: 4.8,
    });
  });

  it.each([{}, { thresholds: null }, { thresholds: {} }, { thresholds: { csat_target: undefined } }])(
    "are the organization's for %j",
    (customer) => {
      expect(thresholdsFor(customer, organization)).toEqual(organization);
    },
  );

  it('have the defaults of the public contract', () => {
    expect(DEFAULT_THRESHOLDS).toEqual({
      sla_target_pct: 90,
      csat_target: 4.5,
      low_csat_below: 3.5,
      low_csat_min_responses: 3,
      low_rating_at_most: 2,
      csat_decline_pct: 20,
      csat_decline_min_responses: 3,
      spike_factor: 3,
      spike_min_tickets: 3,
    });
  });
});
