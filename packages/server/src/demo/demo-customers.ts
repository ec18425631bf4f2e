import type { Customer } from '@cscx/support-core';
import { DAY_MS } from './duration.js';

/** The support systems of the demo; each customer's tickets are in one. */
export const DEMO_DESKS = ['zendesk', 'freshdesk', 'intercom', 'salesforce'] as const;

/** See {@link DEMO_DESKS}. */
export type DemoDesk = (typeof DEMO_DESKS)[number];

/** A customer of the demo, and what decides how its support goes. */
export interface DemoCustomer {
  name: string;
  /** The support system in which its tickets are. */
  desk: DemoDesk;
  tier: 'enterprise' | 'growth' | 'starter';
  csm: keyof typeof csms;
  /** Where its people work. */
  zone: keyof typeof zones;
  /** Tickets in an ordinary week. */
  weekly: number;
  /** Its average rating when targets are kept, 1..5. */
  mood: number;
  /** Annual recurring revenue, thousands. */
  arr: number;
  /** 0..100. */
  health: number;
  /** Days until its contract renews. */
  renewal: number;
}

const csms = {
  sarah: 'Sarah Chen',
  marcus: 'Marcus Webb',
  priya: 'Priya Nair',
  tom: 'Tomás Rivera',
  lena: 'Lena Fischer',
} as const;

const zones = {
  east: 'America/New_York',
  west: 'America/Los_Angeles',
  london: 'Europe/London',
  berlin: 'Europe/Berlin',
  singapore: 'Asia/Singapore',
  sydney: 'Australia/Sydney',
} as const;

type Row = [
  name: string,
  desk: DemoCustomer['desk'],
  tier: DemoCustomer['tier'],
  csm: DemoCustomer['csm'],
  zone: DemoCustomer['zone'],
  weekly: number,
  mood: number,
  arr: number,
  health: number,
  renewal: number,
];

const rows: readonly Row[] = [
  ['Acme Corp', 'zendesk', 'enterprise', 'sarah', 'east', 7, 4.1, 240, 52, 38],
  ['TechStart', 'salesforce', 'growth', 'marcus', 'west', 1.6, 4.3, 84, 61, 74],
  ['DataFlow', 'intercom', 'growth', 'priya', 'berlin', 3, 4.4, 118, 66, 121],
  ['Bluepeak Logistics', 'intercom', 'enterprise', 'sarah', 'london', 2.4, 4.5, 196, 78, 203],
  ['Cobalt Health', 'salesforce', 'enterprise', 'tom', 'east', 2.2, 4.6, 224, 84, 301],
  ['Northgate Bank', 'salesforce', 'enterprise', 'lena', 'berlin', 2, 4.4, 310, 74, 152],
  ['Meridian Retail', 'salesforce', 'enterprise', 'marcus', 'east', 1.9, 4.5, 178, 80, 96],
  ['Skyline Media', 'intercom', 'enterprise', 'priya', 'west', 1.8, 4.6, 165, 83, 267],
  ['Orchard Foods', 'freshdesk', 'growth', 'tom', 'sydney', 1.5, 4.7, 92, 88, 184],
  ['Halcyon Energy', 'salesforce', 'enterprise', 'lena', 'london', 1.7, 4.3, 205, 69, 61],
  ['Brightline Telecom', 'salesforce', 'enterprise', 'sarah', 'singapore', 1.9, 4.4, 188, 72, 129],
  ['Quantum Labs', 'intercom', 'growth', 'marcus', 'east', 1.2, 4.7, 76, 87, 222],
  ['Riverstone Insurance', 'salesforce', 'enterprise', 'priya', 'london', 1.5, 4.6, 154, 81, 340],
  ['Vertex Robotics', 'intercom', 'growth', 'tom', 'berlin', 1.3, 4.6, 98, 79, 17],
  ['Lumen Analytics', 'salesforce', 'growth', 'lena', 'east', 1.2, 4.8, 88, 91, 245],
  ['Cedar & Pine', 'zendesk', 'starter', 'sarah', 'west', 0.7, 4.7, 24, 85, 112],
  ['Atlas Freight', 'intercom', 'growth', 'marcus', 'singapore', 1.2, 4.5, 71, 76, 48],
  ['Nimbus Travel', 'freshdesk', 'growth', 'priya', 'london', 1, 4.6, 64, 82, 290],
  ['Pinnacle Legal', 'intercom', 'growth', 'tom', 'east', 0.9, 4.7, 58, 86, 171],
  ['Harborview Hotels', 'freshdesk', 'growth', 'lena', 'sydney', 0.9, 4.5, 67, 77, 86],
  ['Solstice Apparel', 'intercom', 'growth', 'sarah', 'west', 1, 4.6, 73, 83, 210],
  ['Ironwood Supply', 'zendesk', 'starter', 'marcus', 'east', 0.7, 4.6, 31, 80, 333],
  ['Kestrel Aviation', 'freshdesk', 'growth', 'priya', 'berlin', 0.9, 4.7, 81, 89, 141],
  ['Greenfield Dairy', 'zendesk', 'starter', 'tom', 'sydney', 0.6, 4.8, 22, 92, 259],
  ['Copperline Payments', 'intercom', 'enterprise', 'lena', 'singapore', 1.4, 4.5, 172, 75, 193],
  ['Maplewood Schools', 'freshdesk', 'starter', 'sarah', 'east', 0.6, 4.8, 28, 90, 68],
  ['Zephyr Games', 'intercom', 'growth', 'marcus', 'west', 1.1, 4.5, 69, 78, 312],
  ['Stonebridge Capital', 'salesforce', 'growth', 'priya', 'london', 0.8, 4.6, 94, 84, 25],
  ['Juniper Biotech', 'intercom', 'growth', 'tom', 'berlin', 0.8, 4.7, 86, 87, 233],
  ['Beacon Nonprofit', 'zendesk', 'starter', 'lena', 'east', 0.5, 4.9, 12, 94, 148],
  ['Tidewater Marine', 'freshdesk', 'starter', 'sarah', 'sydney', 0.5, 4.6, 26, 81, 277],
  ['Crestline Homes', 'zendesk', 'starter', 'marcus', 'west', 0.6, 4.7, 33, 86, 104],
  ['Fernhill Pharmacy', 'salesforce', 'growth', 'priya', 'london', 0.8, 4.6, 55, 82, 355],
  ['Summit Outdoors', 'zendesk', 'starter', 'tom', 'west', 0.5, 4.7, 29, 88, 59],
  ['Anchor Staffing', 'freshdesk', 'starter', 'lena', 'east', 0.6, 4.5, 36, 76, 188],
  ['Willowbrook Clinics', 'salesforce', 'growth', 'sarah', 'east', 0.8, 4.6, 62, 83, 226],
  ['Obsidian Security', 'salesforce', 'growth', 'marcus', 'singapore', 0.9, 4.5, 90, 79, 134],
  ['Larkspur Design', 'zendesk', 'starter', 'priya', 'berlin', 0.4, 4.8, 18, 93, 298],
  ['Redwood Printing', 'freshdesk', 'starter', 'tom', 'west', 0.4, 4.7, 21, 87, 79],
  ['Polar Cold Chain', 'intercom', 'growth', 'lena', 'berlin', 0.7, 4.6, 57, 80, 161],
];

/** The demo's customers; the first three are the ones with a story. */
export const demoCustomers: readonly DemoCustomer[] = rows.map(
  ([name, desk, tier, csm, zone, weekly, mood, arr, health, renewal]) => ({
    name,
    desk,
    tier,
    csm,
    zone,
    weekly,
    mood,
    arr,
    health,
    renewal,
  }),
);

/** Finds a customer of the demo by name. */
export const demoCustomer = (name: string): DemoCustomer => {
  const found = demoCustomers.find((customer) => customer.name === name);
  if (!found) throw new RangeError(`no demo customer is called ${name}`);
  return found;
};

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** `acme-corp` for Acme Corp. */
export const customerId = ({ name }: DemoCustomer): string => slug(name);

/** The IANA zone of a customer's people. */
export const customerZone = ({ zone }: DemoCustomer): string => zones[zone];

const people = ['alex.kim', 'jordan.blake', 'sam.okafor', 'robin.meyer', 'casey.lopez', 'jamie.tran', 'morgan.silva'];

/** The people who open a customer's tickets. */
export const contactsOf = (customer: DemoCustomer): [string, ...string[]] => {
  const first = demoCustomers.indexOf(customer);
  const contact = (index: number): string =>
    `${people[(first + 2 * index) % people.length] ?? 'info'}@${customerId(customer)}.example`;
  return [contact(0), contact(1), contact(2)];
};

/** The customer's number in its support system. */
export const companyNumber = (customer: DemoCustomer): number => 501 + demoCustomers.indexOf(customer);

/**
 * A customer as the host product knows it.
 *
 * @param companyId - its id in its support system, where that is how it is known there
 */
export const customerRecord = (customer: DemoCustomer, now: number, companyId?: string): Customer => ({
  customer_id: customerId(customer),
  name: customer.name,
  csm_id: slug(csms[customer.csm].replace('á', 'a')),
  csm_name: csms[customer.csm],
  domains: [`${customerId(customer)}.example`],
  contacts: contactsOf(customer),
  external_ids: companyId === undefined ? {} : { [customer.desk]: [companyId] },
  tier: customer.tier,
  arr: customer.arr * 1000,
  renewal_date: new Date(now + customer.renewal * DAY_MS).toISOString().slice(0, 10),
  health_score: customer.health,
});
