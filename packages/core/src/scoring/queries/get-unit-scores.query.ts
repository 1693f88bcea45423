import type { UnitScoresView } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { criteriaSetVersion } from '../../criteria/index.js';
import { Reader, type Actor } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { earlierRanking } from './earlier-ranking.js';
import { rankingRow } from './get-ranking.query.js';
import { rankedTotals } from './ranked-totals.js';
import { inOrderOf, scoresOf } from './score-rows.js';
import { visibleRun } from './visible-run.js';

/** All scores of one unit in a cycle, with its total, rank and movement. Throws NOT_FOUND outside the reader's scope. */
@Injectable()
export class GetUnitScores {
  constructor(private readonly reader: Reader) {}

  async execute(
    {
      cycleId,
      unitId,
      run: number,
    }: {
      readonly cycleId: string;
      readonly unitId: string;
      readonly run?: number | undefined;
    },
    caller: Actor,
  ): Promise<UnitScoresView> {
    const { run, unitIds } = await visibleRun(this.reader, caller, cycleId, number);
    if (unitIds !== 'all' && !unitIds.includes(unitId)) throw new DomainError('NOT_FOUND');
    const set = await criteriaSetVersion(this.reader, run.criteriaSetVersionId);
    const [total] = await rankedTotals(this.reader, caller.administrationId, run, set, [unitId]);
    if (total === undefined) throw new DomainError('NOT_FOUND');
    const earlier = await earlierRanking(this.reader, caller.administrationId, run, set, {
      unitIds: [unitId],
    });
    const scores = await scoresOf(this.reader, caller.administrationId, run.id, [unitId]);
    return {
      run,
      row: rankingRow(total, set, earlier),
      earlier: earlier.round,
      fields: [...total.fields],
      scores: inOrderOf(set.content.indicators, scores.get(unitId) ?? []),
    };
  }
}
