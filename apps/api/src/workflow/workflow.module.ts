import { Module } from '@nestjs/common';
import { DemoClockController } from './demo-clock.controller.js';
import { ProceduresController } from './procedures.controller.js';

@Module({ controllers: [DemoClockController, ProceduresController] })
export class WorkflowApiModule {}
