import type { FindingState } from '@nhip/contracts';
import type { Instant } from '../../shared/index.js';
import type { RaisedFinding } from './raised-finding.js';

/** What the unit said, or why it was settled. */
export interface Answer {
  readonly text: string;
  readonly by: string;
  readonly at: Instant;
}
export interface Settlement {
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

export interface Finding extends RaisedFinding {
  readonly id: string;
  readonly cycleId: string;
  readonly state: FindingState;
  readonly answer: Answer | null;
  readonly settlement: Settlement | null;
  readonly at: Instant;
  readonly revision: number;
}
