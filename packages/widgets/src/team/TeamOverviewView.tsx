import type { ReactNode } from 'react';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import { useSupport } from '../provider/support-context.js';
import { type TeamData, TeamPanels } from './TeamPanels.js';

/** Props of {@link TeamOverviewView}. */
export interface TeamOverviewViewProps extends TeamData, WidgetElementProps {}

/**
 * A team by CSM, drawn from data at hand.
 *
 * @example
 * <TeamOverviewView customers={portfolio.customers} csmNames={{ dana: 'Dana Scully' }} />
 */
export function TeamOverviewView({ className, ...data }: TeamOverviewViewProps): ReactNode {
  const { team } = useSupport().messages;
  return (
    <Widget part="team-overview" className={className} title={team.title}>
      <TeamPanels {...data} />
    </Widget>
  );
}
