import { z } from 'zod';
import type { CheckedFigures } from '@nhip/contracts';
import type { Calendars } from '../calendar/index.js';
import { criteriaSetVersion } from '../criteria/index.js';
import type { Transaction } from '../platform/index.js';
import { day } from '../shared/index.js';
import {
  elsewhereFigures,
  Figures,
  Submissions,
  unitFigures,
  type CurrentFigure,
  type Submission,
} from '../submissions/index.js';
import { Instances, type Effect } from '../workflow/index.js';
import { checkUnit, checkWhole } from './domain/check-cycle.js';
import type { CheckContext, CheckedUnit } from './domain/checked-unit.js';
import { followFindings } from './domain/follow-findings.js';
import { Findings } from './persistence/findings.repository.js';
import { recordFindings } from './record-findings.js';

const outside = new Set(['excused', 'withdrawn']);
const inUnitsHands = new Set(['open', 'returned']);

/**
 * Checks the figures of these units, or of the whole cycle, and follows the findings. A finding never changes a
 * figure.
 */
export async function checkFigures(
  tx: Transaction,
  calendars: Calendars,
  { cycleId, unitIds }: { readonly cycleId: string; readonly unitIds?: readonly string[] | undefined },
): Promise<CheckedFigures> {
  const submissions = (await tx.use(Submissions).listOfCycles([cycleId], unitIds)).filter(
    ({ state }) => !outside.has(state),
  );
  const [first] = submissions;
  if (first === undefined) return { raised: 0, voided: 0, standing: 0 };
  await tx.use(Instances).lock(submissions.map(({ id }) => id));
  const ids = submissions.map(({ unitId }) => unitId);
  const units = await checkedUnits(tx, submissions, ids);
  const context = await contextOf(tx, calendars, first);
  const raised = [
    ...units.flatMap((unit) => checkUnit(context, unit)),
    ...(unitIds === undefined ? checkWhole(context, units) : []),
  ];
  const known = await tx.use(Findings).listForUpdate(cycleId, ids, unitIds === undefined);
  const changes = followFindings(known, raised, { cycleId, now: tx.now, nextId: () => tx.ids.next() });
  await recordFindings(tx, changes);
  const voided = changes.filter(({ after }) => after.state === 'void').length;
  return { raised: changes.length - voided, voided, standing: raised.length };
}

async function contextOf(
  tx: Transaction,
  calendars: Calendars,
  { criteriaSetVersionId, period }: Submission,
): Promise<CheckContext> {
  const { content, compiled } = await criteriaSetVersion(tx, criteriaSetVersionId);
  const calendar = await calendars.of(tx, tx.administrationId);
  return {
    content,
    compiled,
    period,
    elements: new Map(content.dataElements.map((element) => [element.code, element])),
    workingDays: (from, to) => calendar.countWorkingDays(day(from), day(to)),
  };
}

async function checkedUnits(
  tx: Transaction,
  submissions: readonly Submission[],
  unitIds: readonly string[],
): Promise<CheckedUnit[]> {
  const byUnit = new Map<string, CurrentFigure[]>(unitIds.map((id) => [id, []]));
  const [first] = submissions;
  if (first === undefined) return [];
  const set = await criteriaSetVersion(tx, first.criteriaSetVersionId);
  const { content, compiled } = set;
  const elsewhere = await elsewhereFigures(tx, set, {
    administrationId: tx.administrationId,
    cycleId: first.cycleId,
    period: first.period,
    unitIds,
    recordedAt: null,
  });
  for (const row of await tx.use(Figures).listCurrent(first.cycleId, unitIds))
    byUnit.get(row.unitId)?.push(row);
  return submissions.map(({ unitId, unitNames, unitType, period, state }) => {
    const rows = byUnit.get(unitId) ?? [];
    const given = unitFigures(content, unitType, period, rows);
    const figures = compiled.complete({ ...given, elsewhere: elsewhere(unitId, given.figures) });
    return { unitId, names: unitNames, rows, figures, handedIn: !inUnitsHands.has(state) };
  });
}

const effectParams = z.object({ unitIds: z.array(z.string()).optional() });

/** Effect `findings.check` of cycles: all units, or those in `unitIds` after a save of theirs. */
export const checkEffect =
  (calendars: Calendars): Effect =>
  async (tx, cycles) => {
    for (const { id, params } of cycles)
      await checkFigures(tx, calendars, { cycleId: id, unitIds: effectParams.parse(params).unitIds });
  };
