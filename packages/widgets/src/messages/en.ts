import { englishAlerts } from './english-alerts.js';
import { englishCategories } from './english-categories.js';
import { englishChartTable } from './english-chart-table.js';
import { englishCharts } from './english-charts.js';
import { englishCsat } from './english-csat.js';
import { englishCustomer } from './english-customer.js';
import { englishEscalations } from './english-escalations.js';
import { englishFreshness } from './english-freshness.js';
import { englishLinks } from './english-links.js';
import { englishMeanings } from './english-meanings.js';
import { englishOpenTickets } from './english-open-tickets.js';
import { englishOverview } from './english-overview.js';
import { englishPeriods } from './english-periods.js';
import { englishSla } from './english-sla.js';
import { englishSources } from './english-sources.js';
import { englishSync } from './english-sync.js';
import { englishTeam } from './english-team.js';
import { englishTickets } from './english-tickets.js';
import { englishUnmatched } from './english-unmatched.js';
import { englishVolume } from './english-volume.js';
import { english as shared } from './english.js';
import type { Messages } from './messages.js';

/** English, to change a few words of it; widgets speak it without being told. */
export const english: Messages = {
  ...shared,
  ...englishChartTable,
  ...englishFreshness,
  ...englishLinks,
  ...englishMeanings,
  ...englishPeriods,
  ...englishTickets,
  ...englishSources,
  overview: englishOverview,
  customer: englishCustomer,
  alerts: englishAlerts,
  charts: englishCharts,
  openTickets: englishOpenTickets,
  sla: englishSla,
  csat: englishCsat,
  volume: englishVolume,
  categories: englishCategories,
  escalations: englishEscalations,
  team: englishTeam,
  sync: englishSync,
  unmatched: englishUnmatched,
};
