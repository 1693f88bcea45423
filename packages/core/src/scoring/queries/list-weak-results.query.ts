import type { WeakResult } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, type Actor } from '../../platform/index.js';
import { visibleRun } from './visible-run.js';
import { weakResults } from './weak-results.js';

/** Weak results as a reader may see them: of the own units only, until the scores are published. */
@Injectable()
export class ListWeakResults {
  constructor(private readonly reader: Reader) {}

  async execute({ cycleId }: { readonly cycleId: string }, caller: Actor): Promise<WeakResult[]> {
    const { unitIds } = await visibleRun(this.reader, caller, cycleId);
    const weak = await weakResults(this.reader, caller.administrationId, cycleId);
    return weak.filter(({ unitId }) => unitIds === 'all' || unitIds.includes(unitId));
  }
}
