import { Module } from '@nestjs/common';
import { CollectionController } from './collection.controller.js';
import { SubmissionStepsController } from './submission-steps.controller.js';
import { SubmissionsController } from './submissions.controller.js';

@Module({ controllers: [SubmissionsController, SubmissionStepsController, CollectionController] })
export class SubmissionsApiModule {}
