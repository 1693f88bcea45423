import { Module } from '@nestjs/common';
import { ReviewCyclesController, ReviewCycleStepsController } from './review-cycles.controller.js';

@Module({ controllers: [ReviewCyclesController, ReviewCycleStepsController] })
export class ReviewCyclesApiModule {}
