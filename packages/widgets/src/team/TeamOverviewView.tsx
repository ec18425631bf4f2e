import type { ReactNode } from 'react';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import type { CustomerEvents } from '../provider/drilldown.js';
import { useSupport } from '../provider/support-context.js';
import { type TeamData, TeamPanels } from './TeamPanels.js';

/** Props of {@link TeamOverviewView}. */
export interface TeamOverviewViewProps extends TeamData, WidgetElementProps, CustomerEvents {}

/**
 * A team by CSM, drawn from data at hand.
 *
 * @example
 * <TeamOverviewView customers={portfolio.customers} about={portfolio.summary} csmNames={{ dana: 'Dana Scully' }} />
 */
export function TeamOverviewView(props: TeamOverviewViewProps): ReactNode {
  const { className, onDrilldown, onAction, onSelectCustomer, ...data } = props;
  const { team } = useSupport().messages;
  return (
    <Widget
      part="team-overview"
      className={className}
      title={team.title}
      onDrilldown={onDrilldown}
      onAction={onAction}
      onSelectCustomer={onSelectCustomer}
    >
      <TeamPanels {...data} />
    </Widget>
  );
}
