import type { Instant } from '../../model/instant.js';
import { epochOf, instantOf } from '../../time/instant.js';
import type { CaseReader } from './case-reader.js';

/** The second that it is by Salesforce's clock. */
export const serverInstant = ({ api }: CaseReader): Instant => instantOf(Math.floor(api.serverTime() / 1000) * 1000);

/** Where a walk that began then has to be taken up again: what commits late bears an older stamp. */
export const rewind = (began: Instant, { settings }: CaseReader): Instant =>
  instantOf(epochOf(began) - settings.lookback_seconds * 1000);
