import { Injectable } from '@nestjs/common';
import { RunSchedule, runSchedule, WriteDigest, writeDigest } from '@nhip/core/operations';
import { handler, type FeatureProcessor } from '../queue/handlers.js';

@Injectable()
export class OperationsProcessor implements FeatureProcessor {
  readonly handlers = [
    handler(runSchedule, (payload, call) => this.run.execute(payload, call)),
    handler(writeDigest, (payload, call) => this.write.execute(payload, call)),
  ];

  constructor(
    private readonly run: RunSchedule,
    private readonly write: WriteDigest,
  ) {}
}
