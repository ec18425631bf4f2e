import type { Connector, ConnectorClock, ConnectorPage } from '@cscx/support-core/connectors';

/** The support systems that this server knows how to read. */
export const VENDORS = ['zendesk', 'intercom', 'freshdesk', 'salesforce', 'webhook'] as const;

/** See {@link VENDORS}. */
export type Vendor = (typeof VENDORS)[number];

/** An account as it is kept: JSON, whose form each vendor checks itself. */
export interface ConnectionDescription {
  source_system: Vendor;
  /** What can be set, such as `{ "subdomain": "acme" }`; see docs/connectors. */
  settings: object;
  /** With what the account is read, such as `{ "type": "api_key", "api_key": "…" }`; never logged. */
  credentials: object;
}

/** What a connector needs besides its description. */
export interface ConnectorServices {
  /** @default the global one */
  fetch?: typeof globalThis.fetch | undefined;
  /** @default the real time */
  clock?: ConnectorClock | undefined;
  /** Keeps new tokens of a vendor that rotates them; awaited before they are used. */
  onTokensRotated?: ((tokens: object) => void | Promise<void>) | undefined;
  /** Says whether an id that a vendor has of a company is one of our customers. */
  isKnownCustomer?: ((companyId: string) => boolean | Promise<boolean>) | undefined;
}

interface VendorModule {
  create: (description: ConnectionDescription, services: ConnectorServices) => Connector;
  mapRecords: (document: unknown, settings: object) => ConnectorPage;
}

/** Loaded when one is needed: a process that reads one vendor need not know the others. */
export const vendorModules: Readonly<Record<Vendor, () => Promise<VendorModule>>> = {
  async zendesk() {
    const { createZendeskConnector, mapZendeskRecords } = await import('@cscx/support-core/connectors/zendesk');
    return {
      create: ({ settings, credentials }, { fetch, clock, onTokensRotated }) =>
        createZendeskConnector({ ...settings, credentials, fetch, clock, onTokensRotated } as Parameters<
          typeof createZendeskConnector
        >[0]),
      mapRecords: (document, settings) =>
        mapZendeskRecords(document, settings as Parameters<typeof mapZendeskRecords>[1]),
    };
  },
  async intercom() {
    const { createIntercomConnector, mapIntercomRecords } = await import('@cscx/support-core/connectors/intercom');
    return {
      create: ({ settings, credentials }, { fetch, clock, isKnownCustomer }) =>
        createIntercomConnector({ ...settings, credentials, fetch, clock, isKnownCustomer } as Parameters<
          typeof createIntercomConnector
        >[0]),
      mapRecords: (document, settings) =>
        mapIntercomRecords(document, settings as Parameters<typeof mapIntercomRecords>[1]),
    };
  },
  async freshdesk() {
    const { createFreshdeskConnector, mapFreshdeskRecords } = await import('@cscx/support-core/connectors/freshdesk');
    return {
      create: ({ settings, credentials }, { fetch, clock }) =>
        createFreshdeskConnector({ ...settings, credentials, fetch, clock } as Parameters<
          typeof createFreshdeskConnector
        >[0]),
      mapRecords: (document, settings) =>
        mapFreshdeskRecords(document, settings as Parameters<typeof mapFreshdeskRecords>[1]),
    };
  },
  async salesforce() {
    const { createSalesforceConnector, mapSalesforceRecords } =
      await import('@cscx/support-core/connectors/salesforce');
    return {
      create: ({ settings, credentials }, { fetch, clock, onTokensRotated }) =>
        createSalesforceConnector({ ...settings, credentials, fetch, clock, onTokensRotated } as Parameters<
          typeof createSalesforceConnector
        >[0]),
      mapRecords: (document, settings) =>
        mapSalesforceRecords(document, settings as Parameters<typeof mapSalesforceRecords>[1]),
    };
  },
  async webhook() {
    const { createWebhookConnector, mapWebhookRecords } = await import('@cscx/support-core/connectors/webhook');
    return {
      create: ({ settings, credentials }, { clock }) =>
        createWebhookConnector({ ...settings, credentials, clock } as Parameters<typeof createWebhookConnector>[0]),
      mapRecords: (document, settings) =>
        mapWebhookRecords(document, settings as Parameters<typeof mapWebhookRecords>[1]),
    };
  },
};
