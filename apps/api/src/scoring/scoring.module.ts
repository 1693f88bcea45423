import { Module } from '@nestjs/common';
import { AggregatesController } from './aggregates.controller.js';
import { WhatIfsController } from './what-ifs.controller.js';
import { AppraisalsController } from './appraisals.controller.js';
import { PublishedRoundsController } from './published-rounds.controller.js';
import { ScoresController } from './scores.controller.js';
import { ScoringRunsController } from './scoring-runs.controller.js';

@Module({
  controllers: [
    AggregatesController,
    AppraisalsController,
    PublishedRoundsController,
    ScoresController,
    ScoringRunsController,
    WhatIfsController,
  ],
})
export class ScoringApiModule {}
