/** What `TicketVolumeTrend` says, in English. */
export const englishVolume = {
  heading: 'Volume trend',
  title: 'Ticket volume',
  created: 'Created',
  resolved: 'Resolved',
  open: 'Open at end',
  none: 'No tickets in this time',
  meaning:
    'Tickets created and resolved in each week or day, and those that were not yet resolved at its end. Numbers of the past never change.',
  expected: 'Created, expected',
  unusual: 'Unusual',
  more: 'More than expected',
  fewer: 'Fewer than expected',
};
