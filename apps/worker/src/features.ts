import type { FeatureProcessor } from './queue/handlers.js';
import { ScoringProcessor } from './scoring/scoring.processor.js';
import { WorkflowProcessor } from './workflow/workflow.processor.js';

/** Every feature's processor. A new feature adds its `<feature>.processor.ts` here. */
export const processors: (new (...args: never[]) => FeatureProcessor)[] = [
  WorkflowProcessor,
  ScoringProcessor,
];
