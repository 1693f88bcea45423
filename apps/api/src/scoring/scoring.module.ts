import { Module } from '@nestjs/common';
import { AppraisalsController } from './appraisals.controller.js';
import { ScoresController } from './scores.controller.js';
import { ScoringRunsController } from './scoring-runs.controller.js';

@Module({ controllers: [AppraisalsController, ScoresController, ScoringRunsController] })
export class ScoringApiModule {}
