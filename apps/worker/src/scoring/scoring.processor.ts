import { Injectable } from '@nestjs/common';
import { followFigures, FollowFigures } from '@nhip/core/scoring';
import { handler, type FeatureProcessor } from '../queue/handlers.js';

@Injectable()
export class ScoringProcessor implements FeatureProcessor {
  readonly handlers = [handler(followFigures, (payload, call) => this.follow.execute(payload, call))];

  constructor(private readonly follow: FollowFigures) {}
}
