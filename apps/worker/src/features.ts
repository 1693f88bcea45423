import type { FeatureProcessor } from './queue/handlers.js';
import { NoticesProcessor } from './notices/notices.processor.js';
import { OperationsProcessor } from './operations/operations.processor.js';
import { ScoringProcessor } from './scoring/scoring.processor.js';
import { WorkflowProcessor } from './workflow/workflow.processor.js';

/** Every feature's processor. A new feature adds its `<feature>.processor.ts` here. */
export const processors: (new (...args: never[]) => FeatureProcessor)[] = [
  WorkflowProcessor,
  NoticesProcessor,
  OperationsProcessor,
  ScoringProcessor,
];
