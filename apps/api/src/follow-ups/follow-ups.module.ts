import { Module } from '@nestjs/common';
import { ConclusionsController, ConclusionWriterController } from './conclusions.controller.js';
import { ConferencesController } from './conferences.controller.js';
import { CycleFollowUpsController } from './cycle-follow-ups.controller.js';
import { RecommendationsController } from './recommendations.controller.js';

@Module({
  controllers: [
    ConclusionWriterController,
    ConclusionsController,
    ConferencesController,
    CycleFollowUpsController,
    RecommendationsController,
  ],
})
export class FollowUpsApiModule {}
