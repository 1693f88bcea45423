import { Global, Module } from '@nestjs/common';
import { CountUnreadNotices } from './queries/count-unread-notices.query.js';
import { ListNotices } from './queries/list-notices.query.js';
import { MarkNoticesRead } from './use-cases/mark-notices-read.use-case.js';

const parts = [ListNotices, CountUnreadNotices, MarkNoticesRead];

@Global()
@Module({ providers: parts, exports: parts })
export class NoticesModule {}
