import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  markedNotices,
  markNoticesRead,
  noticeList,
  noticePage,
  unreadNotices,
  type MarkNoticesRead as MarkCommand,
  type NoticeList,
} from '@nhip/contracts';
import { CountUnreadNotices, ListNotices, MarkNoticesRead } from '@nhip/core/notices';
import type { Call, UserActor } from '@nhip/core/platform';
import { Calling, CurrentUser } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

/** Everybody's own notices. */
@Controller('notices')
export class NoticesController {
  constructor(
    private readonly listNotices: ListNotices,
    private readonly countUnread: CountUnreadNotices,
    private readonly markRead: MarkNoticesRead,
  ) {}

  @Get()
  @Permission('notices.read')
  @Answers(noticePage)
  list(@Query({ schema: noticeList }) query: NoticeList, @CurrentUser() user: UserActor) {
    return this.listNotices.execute(query, user);
  }

  @Get('unread')
  @Permission('notices.read')
  @Answers(unreadNotices)
  unread(@CurrentUser() user: UserActor) {
    return this.countUnread.execute(user);
  }

  @Post('mark-read')
  @HttpCode(200)
  @Permission('notices.read')
  @Answers(markedNotices)
  mark(@Body({ schema: markNoticesRead }) command: MarkCommand, @Calling() call: Call) {
    return this.markRead.execute(command, call);
  }
}
