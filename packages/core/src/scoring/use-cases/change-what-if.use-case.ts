import type { WhatIfChanges } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { criteriaSetVersion } from '../../criteria/index.js';
import { checkRevision } from '../../organisation/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError, FieldFaults } from '../../shared/index.js';
import { readFigure } from '../../submissions/index.js';
import { remarksOnSupposed } from '../domain/supposed-content.js';
import { WhatIfs, type WhatIf } from '../persistence/what-ifs.repository.js';
import { scoredCycle, scoredUnits } from '../queries/cycle-figures.js';
import { recordWhatIf } from './record-what-if.js';

interface OfWhatIf {
  readonly cycleId: string;
  readonly id: string;
  /** Of what its sender saw. */
  readonly revision: number;
}

export type ChangeWhatIfCommand = OfWhatIf & {
  readonly changes: WhatIfChanges;
  readonly reason?: string | undefined;
};
export type SettleWhatIfCommand = OfWhatIf &
  (
    | { readonly to: 'kept'; readonly name: string; readonly note: string }
    | { readonly to: 'dropped'; readonly reason?: string | undefined }
  );

/**
 * Secretariat, committee or appraisers. All that is supposed is replaced. Refused: another revision, one that is kept
 * or dropped, objects and units the cycle does not have, figures that nobody could report, criteria that no scores can be computed with.
 */
@Injectable()
export class ChangeWhatIf {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: ChangeWhatIfCommand, call: Call): Promise<{ id: string; revision: number }> {
    return this.unitOfWork.run(call, async (tx) => {
      const before = await openWhatIf(tx, command);
      await checkChanges(tx, before, command.changes);
      return save(tx, 'what-if.changed', before, { changes: command.changes }, command.reason);
    });
  }
}

/** The same people. It is kept under a name with a note, or dropped; either way it changes no more. */
@Injectable()
export class SettleWhatIf {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: SettleWhatIfCommand, call: Call): Promise<{ id: string; revision: number }> {
    return this.unitOfWork.run(call, async (tx) => {
      const before = await openWhatIf(tx, command);
      return command.to === 'kept'
        ? save(tx, 'what-if.kept', before, { status: 'kept', name: command.name, note: command.note })
        : save(tx, 'what-if.dropped', before, { status: 'dropped' }, command.reason);
    });
  }
}

async function openWhatIf(tx: Transaction, { cycleId, id, revision }: OfWhatIf): Promise<WhatIf> {
  const whatIf = await tx.use(WhatIfs).getForUpdate(cycleId, id);
  checkRevision(revision, whatIf);
  if (whatIf.status !== 'open') throw new DomainError('WHAT_IF_SETTLED');
  return whatIf;
}

async function save(
  tx: Transaction,
  action: 'what-if.changed' | 'what-if.kept' | 'what-if.dropped',
  before: WhatIf,
  changed: Partial<WhatIf>,
  reason?: string,
): Promise<{ id: string; revision: number }> {
  const after = { ...before, ...changed, revision: before.revision + 1 };
  await tx.use(WhatIfs).save(after);
  recordWhatIf(tx, action, after, before, reason);
  return { id: after.id, revision: after.revision };
}

async function checkChanges(
  tx: Transaction,
  { cycleId, runId }: WhatIf,
  changes: WhatIfChanges,
): Promise<void> {
  const [run] = await tx.rows<{ criteriaSetVersionId: string }>(
    'select criteria_set_version_id as "criteriaSetVersionId" from scoring_run where administration_id = $1 and id = $2',
    [tx.administrationId, runId],
  );
  if (run === undefined) throw new DomainError('NOT_FOUND');
  const { content } = await criteriaSetVersion(tx, run.criteriaSetVersionId);
  remarksOnSupposed(content, changes);
  if (changes.figures.length === 0) return;
  // What is calculated follows from what is supposed of its parts.
  const given = content.dataElements.filter(({ formula }) => formula === undefined);
  const elements = new Map(given.map((element) => [element.code, element]));
  const faults = changes.figures.flatMap(({ element: code, state, value }, index) => {
    const element = elements.get(code);
    if (element === undefined) throw new DomainError('WHAT_IF_UNKNOWN', { code });
    // Decimal text as it is stored is decimal text as English writes it.
    const read = readFigure(element, { state, value: value ?? undefined }, 'en');
    return read.ok ? [] : [{ path: `changes.figures.${index}.value`, code: read.code, params: read.params }];
  });
  if (faults.length > 0) throw new FieldFaults(faults);
  const cycle = await scoredCycle(tx, tx.administrationId, cycleId);
  const asked = [...new Set(changes.figures.map(({ unitId }) => unitId))];
  const found = await scoredUnits(tx, tx.administrationId, cycle, asked);
  if (found.filter(({ excused }) => !excused).length < asked.length)
    throw new DomainError('WHAT_IF_UNIT_UNKNOWN');
}
