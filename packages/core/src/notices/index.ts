export { NoticesModule } from './notices.module.js';
export type { NewNotice, NoticeTo } from './new-notice.js';
export { notify } from './notify.js';
export { CountUnreadNotices } from './queries/count-unread-notices.query.js';
export { ListNotices } from './queries/list-notices.query.js';
export { MarkNoticesRead } from './use-cases/mark-notices-read.use-case.js';
