import type { ReactNode } from 'react';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import { useSupport } from '../provider/support-context.js';
import { type CsatData, CsatPanels } from './CsatPanels.js';

/** Props of {@link CsatTrendView}. */
export interface CsatTrendViewProps extends CsatData, WidgetElementProps {}

/**
 * How satisfied customers were, drawn from data at hand.
 *
 * @example
 * <CsatTrendView trends={trends} timezone="UTC" satisfaction={customer.satisfaction} tickets={tickets} />
 */
export function CsatTrendView({ className, ...data }: CsatTrendViewProps): ReactNode {
  const { csat } = useSupport().messages;
  return (
    <Widget part="csat-trend" className={className} title={csat.title}>
      <CsatPanels {...data} />
    </Widget>
  );
}
