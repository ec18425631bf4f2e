import type { CustomerSupportSummary } from '@cscx/support-core';
import { type ReactNode, useState } from 'react';
import { englishTeam } from '../messages/english-team.js';
import { speaks } from '../messages/spoken-english.js';
import { Explain } from '../parts/Explain.js';
import { Notice } from '../parts/Notice.js';
import { Select } from '../parts/Select.js';
import { useSupport } from '../provider/support-context.js';
import { type TeamAbout, teamMeanings } from './team-meanings.js';
import { sortTeam, type TeamSort, teamRows } from './team-rows.js';
import { teamColumns, TeamTable } from './TeamTable.js';

speaks({ team: englishTeam });

const NO_NAMES: Readonly<Record<string, string>> = {};

/** What {@link TeamOverviewView} draws. */
export interface TeamData {
  customers: readonly CustomerSupportSummary[];
  /** More are on their way. */
  isLoading?: boolean | undefined;
  /** There are more than these, which will not be loaded. */
  isCut?: boolean | undefined;
  /** Period and freshness, as the `summary` of a portfolio has them; with it, each number says what it means. */
  about?: TeamAbout | undefined;
  /** Names of CSMs by id. Default: ids are shown. */
  csmNames?: Readonly<Record<string, string>> | undefined;
  /** Makes each CSM a button; null: customers without one. `onDrilldown` is then not called for CSMs. */
  onSelectCsm?: ((csmId: string | null) => void) | undefined;
}

/** How each CSM's customers are doing. */
export function TeamPanels(props: TeamData): ReactNode {
  const { customers, isLoading = false, isCut = false, about, csmNames = NO_NAMES, onSelectCsm } = props;
  const words = useSupport();
  const { format, messages } = words;
  const { team } = messages;
  const [sort, setSort] = useState<TeamSort>('attention');
  if (customers.length === 0 && !isLoading) return <Notice icon="low" title={team.empty} hint={team.emptyHint} />;

  const rows = sortTeam(teamRows(customers, csmNames, words), sort, words);
  const meanings = about && teamMeanings(about, rows, words);
  const count = format.count(customers.length);
  const csmCount = rows.filter(({ csm_id }) => csm_id !== null).length;
  const csms = team.csms(csmCount, format.count(csmCount));
  return (
    <div className="sw-panel" data-sw-part="team" data-flush="true">
      <div className="sw-toolbar sw-sort-choice">
        <span aria-hidden="true">{team.sortBy}</span>
        <Select
          label={team.sortBy}
          value={sort}
          options={teamColumns.map((value) => ({ value, label: team.columns[value] }))}
          onChange={(value) => setSort(teamColumns.find((column) => column === value) ?? sort)}
        />
        {meanings && sort !== 'name' && <Explain label={team.columns[sort]} meaning={meanings[sort]} />}
      </div>
      <TeamTable
        rows={rows}
        meanings={meanings}
        period={about?.period}
        sort={sort}
        onSort={setSort}
        onSelectCsm={onSelectCsm}
      />
      <p className="sw-footnote" role="status">
        {isLoading
          ? team.loading(count)
          : [
              csmCount < rows.length ? team.andUnassigned(csms) : csms,
              team.customers(customers.length, isCut ? `${count}+` : count),
              ...(isCut ? [team.cut(count)] : []),
            ].join(' · ')}
      </p>
    </div>
  );
}
