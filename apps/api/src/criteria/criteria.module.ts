import { Module } from '@nestjs/common';
import { CriteriaSetsController } from './criteria-sets.controller.js';
import { CriteriaVersionsController } from './criteria-versions.controller.js';

@Module({ controllers: [CriteriaSetsController, CriteriaVersionsController] })
export class CriteriaApiModule {}
