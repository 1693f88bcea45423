import { Injectable } from '@nestjs/common';
import { fireTimer, FireTimer, fireTimers, FireTimers } from '@nhip/core/workflow';
import { handler, type FeatureProcessor } from '../queue/handlers.js';

@Injectable()
export class WorkflowProcessor implements FeatureProcessor {
  readonly handlers = [
    handler(fireTimer, (payload, call) => this.fireOne.execute(payload, call)),
    handler(fireTimers, (payload, call) => this.fireMany.execute(payload, call)),
  ];

  constructor(
    private readonly fireOne: FireTimer,
    private readonly fireMany: FireTimers,
  ) {}
}
