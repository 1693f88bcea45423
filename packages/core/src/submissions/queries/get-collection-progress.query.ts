import type { CollectionProgress } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { criteriaSetVersion } from '../../criteria/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { cellsOf } from '../domain/cells.js';
import { submissionColumns, submissionTables, type SubmissionRow } from './submission-row.js';

export type BareProgress = Omit<CollectionProgress, 'openFindings'>;

const waitingStates = new Set(['open', 'returned', 'submitted', 'missing']);
const outside = new Set(['excused', 'withdrawn']);

/** How the collection of a cycle stands; a unit's people see their own units only. */
@Injectable()
export class GetCollectionProgress {
  constructor(private readonly reader: Reader) {}

  async execute(cycleId: string, actor: UserActor): Promise<BareProgress> {
    const all = await this.reader.rows<SubmissionRow>(
      `select ${submissionColumns} from ${submissionTables}
        where s.administration_id = $1 and s.cycle_id = $2 and ($3::uuid[] is null or s.unit_id = any($3))
        order by coalesce(g.sort, 99999), u.code collate "C"`,
      [actor.administrationId, cycleId, actor.unitIds === 'all' ? null : actor.unitIds],
    );
    const [first] = all;
    if (first === undefined) throw new DomainError('NOT_FOUND');
    const rows = all.filter(({ state }) => !outside.has(state));
    const { content } = await criteriaSetVersion(this.reader, first.criteriaSetVersionId);
    const cellsByType = new Map<string, number>();
    for (const { unitType, period } of rows) {
      if (cellsByType.has(unitType)) continue;
      const cells = cellsOf(content, unitType, period).filter(({ element }) => element.filledBy === 'unit');
      cellsByType.set(unitType, cells.length);
    }
    const count = (state: string): number => rows.filter((row) => row.state === state).length;
    return {
      cycleId,
      total: rows.length,
      open: count('open'),
      submitted: count('submitted'),
      approved: count('approved'),
      accepted: count('accepted'),
      returned: count('returned'),
      missing: count('missing'),
      late: rows.filter(({ late }) => late).length,
      cells: {
        filled: rows.reduce((sum, { filled }) => sum + filled, 0),
        total: rows.reduce((sum, { unitType }) => sum + (cellsByType.get(unitType) ?? 0), 0),
      },
      waiting: rows
        .filter(({ state }) => waitingStates.has(state))
        .map(({ id, unit, state, late }) => ({ ...unit, submissionId: id, state, late })),
    };
  }
}
