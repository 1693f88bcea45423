import { Module } from '@nestjs/common';
import { OperationsController } from './operations.controller.js';
import { SchedulesController } from './schedules.controller.js';

@Module({ controllers: [OperationsController, SchedulesController] })
export class OperationsApiModule {}
