import { createSupportClient } from '@cscx/support-client';
import { createOperationsClient } from '@cscx/support-client/operations';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { render, type RenderResult } from 'vitest-browser-react';
import { SupportProvider, type SupportProviderProps } from '../provider/SupportProvider.js';
import '../styles.css';
import type { Answer } from './answers.js';
import { NOW } from './clock.js';

interface Rendered {
  screen: RenderResult;
  /** What was asked of the API, in this order. */
  requests: Request[];
  /** Puts another widget in the place of the first. */
  rerender: (widget: ReactNode) => Promise<void>;
}

/** Renders a widget as a host does, with a real client over an API that answers as told. */
export async function renderWidget(
  widget: ReactNode,
  answer: Answer,
  options: Partial<Omit<SupportProviderProps, 'client' | 'children'>> & { width?: number | '100%' } = {},
): Promise<Rendered> {
  const { width = 1000, ...provider } = options;
  const requests: Request[] = [];
  const clientOptions = {
    baseUrl: 'https://support.example',
    getToken: () => 'token',
    retries: 0,
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      const request = new Request(input, init);
      requests.push(request);
      return answer(request);
    },
  };
  const client = { ...createSupportClient(clientOptions), ...createOperationsClient(clientOptions) };
  const within = (child: ReactNode): ReactNode => (
    <SupportProvider client={client} theme="dark" timeZone="UTC" now={NOW} {...provider}>
      <div style={{ width }}>{child}</div>
    </SupportProvider>
  );
  const screen = await render(within(widget));
  return { screen, requests, rerender: async (next) => screen.rerender(within(next)) };
}

/** What axe finds wrong in an element, each with the place. */
export async function axeFindings(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
