import { followUpNotices } from './follow-up-notices.js';
import { operationNotices } from './operation-notices.js';
import { submissionNotices } from './submission-notices.js';
import { taskNotices } from './task-notices.js';

/** Every kind of notice with its words. `{name}` is filled from the notice's parameters; features join their table here. */
export const noticeTexts = {
  ...taskNotices,
  ...submissionNotices,
  ...followUpNotices,
  ...operationNotices,
} as const;

export type NoticeKind = keyof typeof noticeTexts;
