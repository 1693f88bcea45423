import type { WeakResult } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, type Actor } from '../../platform/index.js';
import { visibleRun } from './visible-run.js';
import { weakResultsOf } from './weak-results.js';

/** Weak results as a reader may see them: of the own units only, until the scores are published. */
@Injectable()
export class ListWeakResults {
  constructor(private readonly reader: Reader) {}

  async execute({ cycleId }: { readonly cycleId: string }, caller: Actor): Promise<WeakResult[]> {
    const { run, unitIds } = await visibleRun(this.reader, caller, cycleId);
    const weak = await weakResultsOf(this.reader, caller.administrationId, run);
    return weak.filter(({ unitId }) => unitIds === 'all' || unitIds.includes(unitId));
  }
}
