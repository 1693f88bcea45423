import { Global, Module } from '@nestjs/common';
import { CountUnreadNotices } from './queries/count-unread-notices.query.js';
import { ListNotices } from './queries/list-notices.query.js';
import { MarkNoticesRead } from './use-cases/mark-notices-read.use-case.js';
import { SendMail } from './use-cases/send-mail.use-case.js';

const parts = [ListNotices, CountUnreadNotices, MarkNoticesRead, SendMail];

@Global()
@Module({ providers: parts, exports: parts })
export class NoticesModule {}
