import { Injectable } from '@nestjs/common';
import { fireTimer, FireTimer } from '@nhip/core/workflow';
import { handler, type FeatureProcessor } from '../queue/handlers.js';

@Injectable()
export class WorkflowProcessor implements FeatureProcessor {
  readonly handlers = [handler(fireTimer, (payload, call) => this.fire.execute(payload, call))];

  constructor(private readonly fire: FireTimer) {}
}
