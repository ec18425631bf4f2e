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

/** Both functions check what they are given; `services` are those that the vendor takes. */
const vendorModule = (
  create: (options: never) => Connector,
  mapRecords: (document: unknown, settings: never) => ConnectorPage,
  services: readonly (keyof ConnectorServices)[],
): VendorModule => ({
  create({ settings, credentials }, given) {
    const taken = Object.fromEntries(services.map((name) => [name, given[name]]));
    return create({ ...settings, credentials, ...taken } as never);
  },
  mapRecords: (document, settings) => mapRecords(document, settings as never),
});

/** Loaded when one is needed: a process that reads one vendor need not know the others. */
export const vendorModules: Readonly<Record<Vendor, () => Promise<VendorModule>>> = {
  async zendesk() {
    const { createZendeskConnector, mapZendeskRecords } = await import('@cscx/support-core/connectors/zendesk');
    return vendorModule(createZendeskConnector, mapZendeskRecords, ['fetch', 'clock', 'onTokensRotated']);
  },
  async intercom() {
    const { createIntercomConnector, mapIntercomRecords } = await import('@cscx/support-core/connectors/intercom');
    return vendorModule(createIntercomConnector, mapIntercomRecords, ['fetch', 'clock', 'isKnownCustomer']);
  },
  async freshdesk() {
    const { createFreshdeskConnector, mapFreshdeskRecords } = await import('@cscx/support-core/connectors/freshdesk');
    return vendorModule(createFreshdeskConnector, mapFreshdeskRecords, ['fetch', 'clock']);
  },
  async salesforce() {
    const { createSalesforceConnector, mapSalesforceRecords } =
      await import('@cscx/support-core/connectors/salesforce');
    return vendorModule(createSalesforceConnector, mapSalesforceRecords, ['fetch', 'clock', 'onTokensRotated']);
  },
  async webhook() {
    const { createWebhookConnector, mapWebhookRecords } = await import('@cscx/support-core/connectors/webhook');
    return vendorModule(createWebhookConnector, mapWebhookRecords, ['clock']);
  },
};
