import { Module } from '@nestjs/common';
import { TaskAnswersController, TaskWorkController } from './task-work.controller.js';
import { CausesController, TasksController } from './tasks.controller.js';

@Module({ controllers: [TasksController, TaskAnswersController, TaskWorkController, CausesController] })
export class TasksApiModule {}
