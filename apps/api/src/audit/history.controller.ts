import { Controller, Get, Query } from '@nestjs/common';
import { historyPage, listHistoryQuery, type ListHistoryQuery } from '@nhip/contracts';
import { ListHistory } from '@nhip/core/audit';
import type { UserActor } from '@nhip/core/platform';
import { CurrentUser } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

@Controller('history')
export class HistoryController {
  constructor(private readonly listHistory: ListHistory) {}

  @Get()
  @Permission('history.read')
  @Answers(historyPage)
  list(@Query({ schema: listHistoryQuery }) query: ListHistoryQuery, @CurrentUser() user: UserActor) {
    return this.listHistory.execute(query, user);
  }
}
