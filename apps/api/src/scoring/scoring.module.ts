import { Module } from '@nestjs/common';
import { ScoresController } from './scores.controller.js';
import { ScoringRunsController } from './scoring-runs.controller.js';

@Module({ controllers: [ScoresController, ScoringRunsController] })
export class ScoringApiModule {}
