import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { OpenApiController } from './open-api.controller.js';

@Module({ controllers: [HealthController, OpenApiController] })
export class SystemModule {}
