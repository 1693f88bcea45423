import { Module } from '@nestjs/common';
import { SupervisionFollowUpsController } from './supervision-follow-ups.controller.js';
import { SupervisionsController } from './supervisions.controller.js';

@Module({ controllers: [SupervisionsController, SupervisionFollowUpsController] })
export class SupervisionsApiModule {}
