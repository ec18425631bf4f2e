/** What customers of the demo write about, in shares of a hundred. */
export const categoryWeights = {
  Performance: 35,
  Integration: 22,
  'How-to': 18,
  'Bug report': 15,
  Billing: 6,
  'Account access': 4,
} as const;

export type Category = keyof typeof categoryWeights;

/** One-line subjects by category. */
export const subjects: Readonly<Record<Category, readonly [string, ...string[]]>> = {
  Performance: [
    'Dashboard takes 30 seconds to load',
    'Search times out in large workspaces',
    'Report generation hangs at 90 %',
    'Slow page loads for users in Asia',
    'Bulk update of 5,000 records times out',
    'Timeline view freezes the browser',
    'Nightly job runs into working hours',
    'API responses above 2 seconds since Tuesday',
  ],
  Integration: [
    'Salesforce sync skips archived accounts',
    'Webhook deliveries return 401',
    'HubSpot contacts arrive twice',
    'Slack notifications stopped',
    'Mapping of custom fields is lost after an edit',
    'SCIM does not deactivate users',
    'Data warehouse export misses a column',
    'OAuth connection has to be renewed every day',
  ],
  'How-to': [
    'How do I share a report with a partner?',
    'Change the fiscal year of our workspace',
    'Give a team read-only access',
    'Schedule a report for every Monday',
    'Restore a deleted dashboard',
    'Filter accounts by two owners',
    'Import contacts from a spreadsheet',
    'Which fields does the health score use?',
  ],
  'Bug report': [
    'Chart legend overlaps the bars',
    'Saved filter is empty after a reload',
    'CSV export drops umlauts',
    'Date picker starts the week on Sunday',
    'Duplicate rows in the activity log',
    'E-mail digest shows yesterday twice',
    'Tag colours change after saving',
    'Undo does not restore the order',
  ],
  Billing: [
    'Invoice shows the old company address',
    'Question about seats on our plan',
    'Change the payment method',
    'Purchase order number is missing',
  ],
  'Account access': [
    'Password reset e-mail does not arrive',
    'Two-factor codes are refused',
    'Single sign-on redirects in a loop',
    'New colleague cannot log in',
  ],
};

/** Why tickets of the demo are escalated. */
export const escalationReasons = [
  'Customer asked for a manager',
  'Blocks a go-live',
  'Third report of the same problem',
  'Several users cannot work',
  'Executive sponsor is involved',
] as const;

/** The support desk's people; those of `seniors` take escalated tickets over. */
export const agents = [
  'Ana Costa',
  'Ben Okoye',
  'Chloe Martin',
  'Dmitri Volkov',
  'Emma Larsen',
  'Farid Haddad',
] as const;
export const seniors = ['Grace Liu', 'Hugo Moreau'] as const;

/** What people write beside a rating of 1..5. */
export const ratingComments: Readonly<Record<number, readonly [string, ...string[]]>> = {
  1: ['Nobody understood the problem.', 'Still broken.'],
  2: ['It took far too long.', 'I had to explain it three times.'],
  3: ['Solved in the end.', 'The answer was right but late.'],
  4: ['Good help, thank you.', 'Quick and friendly.'],
  5: ['Perfect, thanks!', 'Fast and clear answer.', 'Great support as always.'],
};
