import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SLA_STATUSES } from '../model/sla-status.js';
import { slaCompliance } from './compliance.js';

describe('slaCompliance', () => {
  it('is met of those decided, in percent, with the counts beside it', () => {
    expect(slaCompliance(['met', 'met', 'met', 'breached', 'pending', 'not_applicable'])).toEqual({
      met: 3,
      breached: 1,
      pending: 1,
      at_risk: 0,
      not_applicable: 1,
      met_pct: 75,
    });
  });

  it('is null where nothing is decided, not 0 and not 100', () => {
    expect(slaCompliance([]).met_pct).toBeNull();
    expect(slaCompliance(['pending', 'at_risk', 'paused', 'not_applicable']).met_pct).toBeNull();
  });

  it('counts those at risk and those paused as pending', () => {
    expect(slaCompliance(['at_risk', 'paused', 'pending'])).toMatchObject({ pending: 3, at_risk: 1 });
  });

  it('loses no verdict', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SLA_STATUSES)), (verdicts) => {
        const { met, breached, pending, not_applicable } = slaCompliance(verdicts);
        expect(met + breached + pending + not_applicable).toBe(verdicts.length);
      }),
    );
  });

  it('starts from nothing each time', () => {
    slaCompliance(['met']);
    expect(slaCompliance([]).met).toBe(0);
  });
});
