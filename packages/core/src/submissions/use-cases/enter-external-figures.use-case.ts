import {
  enterDocumentedFigures,
  type CellRemark,
  type EnterDocumentedFigures as Command,
  type enteredFigures,
} from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { criteriaSetVersion } from '../../criteria/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { dayAt, DomainError, FieldFaults, type FieldFault } from '../../shared/index.js';
import { Instances, Registries, WorkflowEngine } from '../../workflow/index.js';
import { checkCells, partFaults } from '../domain/check-cells.js';
import type { CurrentFigure, FigureRow } from '../domain/figure-row.js';
import { unitFigures, withSaved } from '../domain/unit-figures.js';
import { Figures, hashOfFigures } from '../persistence/figures.repository.js';
import { Submissions } from '../persistence/submissions.repository.js';

type Entered = z.infer<typeof enteredFigures>;

/**
 * The secretariat, for any units of a running cycle at once: external scores and what else it fills itself. One
 * history entry a unit. Refused as a whole: each bad cell named, and cells in which another figure stands than was seen.
 */
@Injectable()
export class EnterExternalFigures {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
    private readonly registries: Registries,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(command: Command & { readonly cycleId: string }, call: Call): Promise<Entered> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command), { long: true });
  }

  private async step(
    tx: Transaction,
    { cycleId, ...given }: Command & { readonly cycleId: string },
  ): Promise<Entered> {
    const command = enterDocumentedFigures.parse(given);
    const submissions = tx.use(Submissions);
    await tx.use(Instances).hold([cycleId]);
    const all = (await submissions.listOfCycles([cycleId])).filter(
      ({ state }) => state !== 'excused' && state !== 'withdrawn',
    );
    const [first] = all;
    if (first === undefined) throw new DomainError('NOT_FOUND');
    if (first.cycleOver) throw new DomainError('CYCLE_NOT_COLLECTING');
    const byUnit = new Map(all.map((submission) => [submission.unitId, submission]));
    await tx.use(Instances).lock(command.cells.flatMap(({ unitId }) => byUnit.get(unitId)?.id ?? []));

    const { content, compiled } = await criteriaSetVersion(tx, first.criteriaSetVersionId);
    const indexes = new Map<string, number[]>();
    for (const [index, { unitId }] of command.cells.entries())
      indexes.set(unitId, [...(indexes.get(unitId) ?? []), index]);
    const current = new Map<string, CurrentFigure[]>();
    for (const row of await tx.use(Figures).listCurrent(cycleId, [...indexes.keys()]))
      current.set(row.unitId, [...(current.get(row.unitId) ?? []), row]);
    refuseOvertaken(command.cells, current);

    const today = dayAt(tx.now, this.calendars.zone);
    const faults: FieldFault[] = [];
    const remarks: CellRemark[] = [];
    const saved = new Map<string, FigureRow[]>();
    for (const [unitId, places] of indexes) {
      const submission = byUnit.get(unitId);
      const pathOf = (index: number): string => `cells.${places[index]}`;
      if (submission === undefined) {
        faults.push({ path: `${pathOf(0)}.unitId`, code: 'UNIT_TAKES_NO_PART', params: {} });
        continue;
      }
      const { unitType, period } = submission;
      const cells = places.flatMap((place) => {
        const { unitId: _, ...cell } = command.cells[place] ?? { unitId };
        return 'element' in cell ? [cell] : [];
      });
      const rules = {
        content,
        period,
        unitType,
        side: 'secretariat',
        language: command.language,
        today,
        current: current.get(unitId) ?? [],
      } as const;
      const checked = checkCells(cells, rules, pathOf);
      const rows = checked.rows.map((row) => ({ ...row, unitId }));
      const after = compiled.complete(
        unitFigures(content, unitType, period, withSaved<FigureRow>(rules.current, rows)),
      );
      faults.push(...checked.faults, ...partFaults(content, after, cells, pathOf));
      remarks.push(...(checked.remarks as CellRemark[]));
      saved.set(submission.id, rows);
    }
    if (faults.length > 0) throw new FieldFaults(faults);

    const rows = [...saved.values()].flat();
    await this.engine.act(tx, {
      ids: [...saved.keys()],
      action: 'submission.external-figures-entered',
      reason: command.reason,
      change: async () => {
        await tx.use(Figures).record(cycleId, rows, today);
        await submissions.setLastSaves(
          [...saved].map(([submissionId, of]) => ({
            submissionId,
            side: 'secretariat',
            count: of.length,
            sha256: hashOfFigures(of),
          })),
        );
      },
    });
    const changed = [{ id: cycleId, params: { unitIds: [...indexes.keys()] } }];
    await this.registries.effectOf('findings.check')(tx, changed);
    await this.registries.effectOf('scoring.follow')(tx, changed);
    return { units: saved.size, saved: rows.length, remarks };
  }
}

/** Throws FIGURES_OVERTAKEN, with the figures that stand now in the cells in which others were seen. */
function refuseOvertaken(
  cells: z.output<typeof enterDocumentedFigures>['cells'],
  current: ReadonlyMap<string, readonly CurrentFigure[]>,
): void {
  const overtaken = cells.flatMap(({ unitId, element, month, replaces }) => {
    const stands = current
      .get(unitId)
      ?.find((row) => row.element === element && (row.month?.slice(0, 7) ?? undefined) === month);
    return replaces === undefined || replaces === (stands?.version ?? null)
      ? []
      : [{ unitId, element, month: month ?? null, current: stands ?? null }];
  });
  if (overtaken.length > 0)
    throw new DomainError('FIGURES_OVERTAKEN', {
      count: overtaken.length,
      record: JSON.stringify(overtaken),
    });
}
