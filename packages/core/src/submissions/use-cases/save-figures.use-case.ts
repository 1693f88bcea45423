import {
  saveDocumentedFigures,
  type CellRemark,
  type Names,
  type SaveDocumentedFigures as Command,
  type SavedFigures,
} from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { criteriaSetVersion } from '../../criteria/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { dayAt, DomainError, FieldFaults } from '../../shared/index.js';
import { procedureVersion, Registries, WorkflowEngine } from '../../workflow/index.js';
import { checkCells, partFaults } from '../domain/check-cells.js';
import type { FigureRow } from '../domain/figure-row.js';
import { unitFigures, withSaved } from '../domain/unit-figures.js';
import { holdSubmission } from '../held-submission.js';
import { GetSubmissionForm } from '../queries/get-submission-form.query.js';
import { Figures, hashOfFigures } from '../persistence/figures.repository.js';
import { Submissions } from '../persistence/submissions.repository.js';

export type SaveFiguresCommand = Command & {
  readonly id: string;
  readonly revision?: number | undefined;
};

/**
 * Officers and leaders of the unit, while the submission is theirs to fill. The cells given have these figures,
 * the others keep theirs; findings follow. Refused as a whole, each bad cell named: what cannot be read, a part
 * over its whole, a period that has not begun. With another revision: refused with the form as it stands.
 */
@Injectable()
export class SaveFigures {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
    private readonly forms: GetSubmissionForm,
    private readonly registries: Registries,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(command: SaveFiguresCommand, call: Call): Promise<SavedFigures> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  private async step(tx: Transaction, { id, revision, ...given }: SaveFiguresCommand): Promise<SavedFigures> {
    const command = saveDocumentedFigures.parse(given);
    const submission = await holdSubmission(tx, this.forms, { id, revision, despiteMessages: true });
    if (submission.state !== 'open' && submission.state !== 'returned')
      throw new DomainError('NOT_WHILE_WITH_NEXT_LEVEL', {
        state: await stateName(tx, id, submission.state),
      });
    const { cycleId, unitId, unitType, period } = submission;
    const { content, compiled } = await criteriaSetVersion(tx, submission.criteriaSetVersionId);
    const figures = tx.use(Figures);
    const today = dayAt(tx.now, this.calendars.zone);
    const pathOf = (index: number): string => `cells.${index}`;
    const current = await figures.listCurrent(cycleId, [unitId]);
    const checked = checkCells(
      command.cells,
      {
        content,
        period,
        unitType,
        side: 'unit',
        language: command.language,
        today,
        current,
      },
      pathOf,
    );
    const rows = checked.rows.map((row) => ({ ...row, unitId }));
    const after = compiled.complete(
      unitFigures(content, unitType, period, withSaved<FigureRow>(current, rows)),
    );
    const faults = [...checked.faults, ...partFaults(content, after, command.cells, pathOf)];
    if (faults.length > 0) throw new FieldFaults(faults);

    const [next] = await this.engine.act(tx, {
      ids: [id],
      action: 'submission.figures-saved',
      reason: command.reason,
      change: async () => {
        await figures.record(cycleId, rows, today);
        await tx
          .use(Submissions)
          .setLastSaves([
            { submissionId: id, side: 'unit', count: rows.length, sha256: hashOfFigures(rows) },
          ]);
      },
    });
    const changed = [{ id: cycleId, params: { unitIds: [unitId] } }];
    await this.registries.effectOf('findings.check')(tx, changed);
    await this.registries.effectOf('scoring.follow')(tx, changed);
    return {
      id,
      revision: next?.revision ?? submission.revision,
      saved: rows.length,
      remarks: checked.remarks as CellRemark[],
    };
  }
}

async function stateName(tx: Transaction, id: string, state: string): Promise<Names | string> {
  const [row] = await tx.rows<{ version: string }>(
    `select procedure_version_id as version from procedure_instance where administration_id = $1 and id = $2`,
    [tx.administrationId, id],
  );
  const version = row && (await procedureVersion(tx, row.version));
  return version?.content.states[state]?.names ?? state;
}
