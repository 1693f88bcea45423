import type { vi } from './vi.js';

export const en = {
  name: 'Notice |||| Notices',
  purpose: 'What has just happened that concerns you.',
  empty: 'No notice yet',
  emptyHint: 'When you are given a task, asked something or a deadline nears, it appears here.',
  all: 'All',
  unread: 'Unread',
  read: 'Read',
  markAllRead: 'Mark all as read',
  open: 'Open',
  fields: { text: 'What', at: 'When', state: 'State' },
} satisfies typeof vi;
