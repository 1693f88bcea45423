import { Module } from '@nestjs/common';
import { TaskAnswersController, TaskWorkController } from './task-work.controller.js';
import { TaskCountsController } from './task-counts.controller.js';
import { TaskExtensionsController } from './task-extensions.controller.js';
import { TaskFeedsController, UnitTaskFeedController } from './task-feeds.controller.js';
import { CausesController, TasksController } from './tasks.controller.js';

@Module({
  controllers: [
    TaskCountsController,
    TasksController,
    TaskAnswersController,
    TaskWorkController,
    TaskExtensionsController,
    CausesController,
    UnitTaskFeedController,
    TaskFeedsController,
  ],
})
export class TasksApiModule {}
