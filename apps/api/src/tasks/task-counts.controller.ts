import { Controller, Get, Query } from '@nestjs/common';
import {
  taskGroupPage,
  taskGroupQuery,
  taskStatistics,
  taskStatisticsFileQuery,
  taskStatisticsQuery,
  type Language,
  type TaskStatisticsQuery,
} from '@nhip/contracts';
import { CountTasksByConclusion } from '@nhip/core/follow-ups';
import type { Call, UserActor } from '@nhip/core/platform';
import { CountTasksByUnit, GetTaskStatistics, statisticsWorkbook } from '@nhip/core/tasks';
import type { z } from 'zod';
import { Calling, CurrentUser, ReaderLanguage } from '../http/caller.js';
import { xlsx, xlsxFile } from '../http/files.js';
import { Answers, Permission } from '../http/permission.js';

/** Tasks counted: boards by unit and by conclusion, and the official table. */
@Controller('tasks')
export class TaskCountsController {
  constructor(
    private readonly byUnit: CountTasksByUnit,
    private readonly byConclusion: CountTasksByConclusion,
    private readonly getStatistics: GetTaskStatistics,
  ) {}

  @Get('groups')
  @Permission('tasks.read')
  @Answers(taskGroupPage)
  async groups(
    @Query({ schema: taskGroupQuery }) { by, ...wanted }: z.infer<typeof taskGroupQuery>,
    @CurrentUser() user: UserActor,
    @Calling() { now }: Call,
  ) {
    const query = by === 'unit' ? this.byUnit : this.byConclusion;
    const items = await query.execute(wanted, user, now);
    return { items, total: items.length };
  }

  @Get('statistics')
  @Permission('tasks.read')
  @Answers(taskStatistics)
  statistics(
    @Query({ schema: taskStatisticsQuery }) query: TaskStatisticsQuery,
    @CurrentUser() user: UserActor,
    @Calling() { now }: Call,
  ) {
    return this.getStatistics.execute(query, user, now);
  }

  @Get('statistics.xlsx')
  @Permission('tasks.read')
  @Answers(xlsxFile)
  async statisticsFile(
    @Query({ schema: taskStatisticsFileQuery }) query: z.infer<typeof taskStatisticsFileQuery>,
    @CurrentUser() user: UserActor,
    @Calling() { now }: Call,
    @ReaderLanguage() accepted: Language,
  ) {
    const { language = accepted, ...wanted } = query;
    const statistics = await this.getStatistics.execute(wanted, user, now);
    return xlsx(`nhiem-vu-${statistics.on}`, await statisticsWorkbook(statistics, language));
  }
}
