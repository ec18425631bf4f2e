import type { SupportAlert, AttentionReason } from '@cscx/support-core';
import type { Format } from '../format/create-format.js';
import type { englishAlerts } from './english-alerts.js';
import type { englishCategories } from './english-categories.js';
import type { englishChartTable } from './english-chart-table.js';
import type { englishCharts } from './english-charts.js';
import type { englishCsat } from './english-csat.js';
import type { englishCustomer } from './english-customer.js';
import type { englishEscalations } from './english-escalations.js';
import type { englishFreshness } from './english-freshness.js';
import type { englishLinks } from './english-links.js';
import type { englishMeanings } from './english-meanings.js';
import type { englishOpenTickets } from './english-open-tickets.js';
import type { englishOverview } from './english-overview.js';
import type { englishPeriods } from './english-periods.js';
import type { englishSla } from './english-sla.js';
import type { englishSources } from './english-sources.js';
import type { englishSync } from './english-sync.js';
import type { englishTeam } from './english-team.js';
import type { englishTickets } from './english-tickets.js';
import type { englishUnmatched } from './english-unmatched.js';
import type { englishVolume } from './english-volume.js';
import type { english } from './english.js';

/**
 * A catalogue: every string that a widget shows or speaks. A host changes a few by spreading one of ours.
 *
 * @example
 * const messages: Messages = { ...english, overview: { ...english.overview, title: 'Support' } };
 */
export type Messages = typeof english &
  typeof englishChartTable &
  typeof englishFreshness &
  typeof englishLinks &
  typeof englishMeanings &
  typeof englishPeriods &
  typeof englishTickets &
  typeof englishSources & {
    overview: typeof englishOverview;
    customer: typeof englishCustomer;
    alerts: typeof englishAlerts;
    charts: typeof englishCharts;
    openTickets: typeof englishOpenTickets;
    sla: typeof englishSla;
    csat: typeof englishCsat;
    volume: typeof englishVolume;
    categories: typeof englishCategories;
    escalations: typeof englishEscalations;
    team: typeof englishTeam;
    sync: typeof englishSync;
    unmatched: typeof englishUnmatched;
    /**
     * The API words reasons and alerts in English; these say the same in another language, from the numbers beside the
     * words. Null leaves it at the English ones.
     */
    fromApi?: {
      reason: (reason: AttentionReason, format: Format) => string | null;
      alert: (alert: SupportAlert, format: Format) => { title: string; description: string } | null;
    };
  };
