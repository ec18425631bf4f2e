import { type ComponentType, createElement, type ReactNode } from 'react';
import type { Slot } from '../provider/slots.js';

/** Draws what the host gave for a slot, else what the widget draws. */
export const renderSlot = <Props extends object>(
  slot: Slot<Props> | undefined,
  props: Props,
  Default: ComponentType<Props>,
): ReactNode => (slot ? slot(props, Default) : createElement(Default, props));
