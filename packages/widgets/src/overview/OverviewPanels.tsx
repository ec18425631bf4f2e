import type { CustomerSupportSummary, PortfolioSupportSummary } from '@cscx/support-core';
import { type ReactNode, useState } from 'react';
import { BarList } from '../charts/BarList.js';
import type { Pages } from '../data/use-pages.js';
import { englishOverview } from '../messages/english-overview.js';
import { englishTickets } from '../messages/english-tickets.js';
import { speaks } from '../messages/spoken-english.js';
import { Button } from '../parts/Button.js';
import { Explain } from '../parts/Explain.js';
import { MoreButton } from '../parts/MoreButton.js';
import { Notice } from '../parts/Notice.js';
import { Panel } from '../parts/Panel.js';
import { Stats } from '../parts/Stats.js';
import { useSupport } from '../provider/support-context.js';
import { CustomerList } from './CustomerList.js';
import { customerRows } from './customer-rows.js';
import { portfolioMeanings } from './portfolio-meanings.js';
import { portfolioStats } from './portfolio-stats.js';
import { slaRows } from './sla-rows.js';

speaks({ overview: englishOverview, ...englishTickets });

/** How many customers stand on the first screen. */
const FIRST_CUSTOMERS = 5;

interface OverviewPanelsProps {
  summary: PortfolioSupportSummary;
  customers: Pages<CustomerSupportSummary>;
  csmId: string | undefined;
}

/** The overview, drawn from data at hand. */
export function OverviewPanels({ summary, customers, csmId }: OverviewPanelsProps): ReactNode {
  const words = useSupport();
  const { format, messages } = words;
  if (summary.customers === 0) return <NoCustomers isConnected={summary.data_as_of !== null} csmId={csmId} />;

  const target = summary.sla.target_pct;
  const meanings = portfolioMeanings(summary, csmId, words);
  return (
    <>
      <Stats stats={portfolioStats(summary, meanings, words)} />
      <div className="sw-columns">
        <CustomersPanel customers={customers} count={summary.customers} />
        <Panel
          part="sla"
          title={messages.overview.sla}
          explanation={<Explain label={messages.overview.sla} meaning={meanings.sla} />}
          action={<span className="sw-target">{messages.overview.slaTarget(format.percent(target))}</span>}
        >
          <BarList rows={slaRows(summary.sla, words)} target={target} />
        </Panel>
      </div>
    </>
  );
}

function NoCustomers({ isConnected, csmId }: { isConnected: boolean; csmId: string | undefined }): ReactNode {
  const { notConnected, notConnectedHint, overview } = useSupport().messages;
  if (!isConnected && csmId === undefined) return <Notice icon="low" title={notConnected} hint={notConnectedHint} />;
  return (
    <Notice icon="low" title={overview.empty} hint={csmId === undefined ? overview.emptyHint : overview.emptyCsmHint} />
  );
}

interface CustomersPanelProps extends Pick<OverviewPanelsProps, 'customers'> {
  count: number;
}

function CustomersPanel({ customers, count }: CustomersPanelProps): ReactNode {
  const words = useSupport();
  const { format, messages } = words;
  const { overview } = messages;
  const [showsAll, setShowsAll] = useState(false);

  const rows = customerRows(customers.items, words);
  const concerning = rows.filter(({ needsAttention }) => needsAttention);
  const pressing = concerning.slice(0, FIRST_CUSTOMERS);
  const shown = showsAll ? rows : pressing;
  const toggle = (
    <Button look="quiet" isExpanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
      {showsAll ? overview.viewFewer : overview.viewAll(format.count(count))}
    </Button>
  );

  return (
    <Panel
      part="attention"
      title={showsAll ? overview.allCustomers : overview.attention}
      explanation={
        !showsAll &&
        concerning.length > pressing.length && (
          <span className="sw-tally-note">
            {/* Those who need it come first: a page with anybody else was the last with some. */}
            {(customers.hasMore && concerning.length === rows.length ? overview.shownAtLeast : overview.shown)(
              format.count(pressing.length),
              format.count(concerning.length),
            )}
          </span>
        )
      }
      action={count > pressing.length && toggle}
      isFlush
    >
      {shown.length > 0 ? (
        <CustomerList rows={shown} />
      ) : (
        <Notice icon="check" title={overview.nobody} hint={overview.nobodyHint} />
      )}
      {showsAll && <MoreButton pages={customers} />}
    </Panel>
  );
}
