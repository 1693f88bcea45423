import { DiscussFigure, EnterExternalFigures, MoveSubmission, SaveFigures } from '@nhip/core/submissions';
import { cellsOf } from '../figure-cells.js';
import { found } from '../read-samples.js';
import type { UnitFigures } from '../sample-figure.js';
import type { Step, StepOf } from '../steps.js';
import type { Stage } from '../stage.js';

/** Codes of the elements the secretariat fills. */
function externalElements({ samples, round }: Stage): ReadonlySet<string> {
  const sets = found(samples.criteriaSets, round.administration, 'criteria sets of');
  const set = sets.find(({ code }) => code === round.cycle.criteriaSet);
  const elements = set?.content.dataElements ?? [];
  return new Set(elements.filter(({ filledBy }) => filledBy === 'secretariat').map(({ code }) => code));
}

const pick = (figures: UnitFigures, wanted: (element: string) => boolean): UnitFigures =>
  Object.fromEntries(Object.entries(figures).filter(([element]) => wanted(element)));

async function save(
  stage: Stage,
  step: Step,
  unit: string,
  figures: UnitFigures,
  reason?: string,
): Promise<void> {
  const cells = cellsOf(figures, stage.round.cycle.period, stage.samples.facts);
  const { id } = await stage.submission(unit);
  await stage
    .get(SaveFigures)
    .execute(
      { id, cells, language: 'en', ...(reason && { reason }) },
      stage.call(step, stage.ofUnit(unit, 'unit-officer'), unit),
    );
}

export async function fill(stage: Stage, step: StepOf<'fill'>): Promise<void> {
  const external = externalElements(stage);
  for (const unit of step.units)
    await save(
      stage,
      step,
      unit,
      pick(stage.round.figures[unit] ?? {}, (element) => !external.has(element)),
    );
}

export const correct = (stage: Stage, step: StepOf<'correct'>): Promise<void> =>
  save(stage, step, step.unit, step.figures, step.reason);

export const handOn =
  (event: 'submit' | 'approve') =>
  async (stage: Stage, step: StepOf<'submit' | 'approve'>): Promise<void> => {
    const role = event === 'submit' ? 'unit-officer' : 'unit-leader';
    for (const unit of step.units) {
      const { id } = await stage.submission(unit);
      await stage
        .get(MoveSubmission)
        .execute({ id, event }, stage.call(step, stage.ofUnit(unit, role), unit));
    }
  };

export async function accept(stage: Stage, step: StepOf<'accept'>): Promise<void> {
  for (const unit of step.units) {
    const { id } = await stage.submission(unit);
    await stage
      .get(MoveSubmission)
      .execute({ id, event: 'accept' }, stage.call(step, stage.named(step.by), unit));
  }
}

export async function giveBack(stage: Stage, step: StepOf<'return'>): Promise<void> {
  const { id } = await stage.submission(step.unit);
  await stage
    .get(MoveSubmission)
    .execute({ id, event: 'return', reason: step.reason }, stage.call(step, stage.named(step.by)));
}

export async function discuss(stage: Stage, step: StepOf<'discuss'>): Promise<void> {
  const { id } = await stage.submission(step.unit);
  const { element, text } = step;
  await stage.get(DiscussFigure).execute({ id, element, text }, stage.call(step, stage.named(step.by)));
}

export async function enterExternal(stage: Stage, step: StepOf<'enter-external'>): Promise<void> {
  const external = externalElements(stage);
  const { period } = stage.round.cycle;
  const cells = Object.entries(stage.round.figures).flatMap(([unit, figures]) =>
    cellsOf(
      pick(figures, (element) => external.has(element)),
      period,
      stage.samples.facts,
    ).map((cell) => ({ ...cell, unitId: stage.unitId(unit) })),
  );
  const { id: cycleId } = await stage.cycle();
  await stage
    .get(EnterExternalFigures)
    .execute({ cycleId, cells, language: 'en' }, stage.call(step, stage.named(step.by)));
}
