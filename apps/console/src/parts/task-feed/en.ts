import type { vi } from './vi.js';

export const en: typeof vi = {
  name: 'Calendar of task deadlines',
  open: 'Put into a calendar',
  title: 'Calendar of the task deadlines of %{unit}',
  explain:
    'The unit’s task deadlines appear in Outlook, Google Calendar or the calendar of a phone and keep themselves up to date. They hold titles, deadlines and links only; whoever has the address can read them, so give it to people of the unit alone.',
  none: 'The unit has no calendar address yet.',
  madeBy:
    '%{name} made the calendar address on %{at}. It is shown once, when it is made; if it is lost, make a new one.',
  make: 'Make a calendar address',
  renew: 'Make a new address',
  renewExplain:
    'The old address holds no longer: calendars that use it have to subscribe again with the new one.',
  revoke: 'Revoke the address',
  revokeExplain: 'The address holds no longer; calendars that subscribed to it are not updated any more.',
  revoked: 'Calendar address revoked.',
  address: 'Calendar address (shown this once)',
  copy: 'Copy the address',
  copied: 'Copied.',
  close: 'Close',
  notShown: 'The address was made but cannot be shown again. Make a new one.',
  outlook: 'Outlook: Add calendar › Subscribe from web, paste the address.',
  google: 'Google Calendar (on a computer): Other calendars › From URL, paste the address.',
  phone: 'Phone: iPhone – Calendar › Add subscription calendar; Android – through Google Calendar.',
  reach:
    'Google and Outlook on the web read calendars from their own servers: the address must be reachable from the internet.',
};
