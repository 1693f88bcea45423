import {
  CreateReviewCycle,
  LaunchReviewCycle,
  MoveCycle,
  reviewCycleProcedures,
} from '@nhip/core/review-cycles';
import type { Stage } from '../stage.js';
import type { StepOf } from '../steps.js';

type Plain = StepOf<'prepare-cycle' | 'launch' | 'conclude-without-explanation' | 'publish' | 'close'>;

export async function prepareCycle(stage: Stage, step: Plain): Promise<void> {
  const { code, names, criteriaSet, period, procedure, stages, units, illustrative } = stage.round.cycle;
  const { id: criteriaSetVersionId } = await stage.one<{ id: string }>(
    `issued criteria set ${criteriaSet}`,
    `select v.id from criteria_set_version v
       join criteria_set s on s.administration_id = v.administration_id and s.id = v.set_id
      where v.administration_id = $1 and s.code = $2 and v.status = 'issued' order by v.version desc limit 1`,
    [stage.administrationId, criteriaSet],
  );
  await stage.get(CreateReviewCycle).execute(
    {
      code,
      names,
      period,
      criteriaSetVersionId,
      procedureCode: procedure ?? Object.keys(reviewCycleProcedures)[0] ?? '',
      stages,
      unitIds: units.map((unit) => stage.unitId(unit)),
      illustrative,
    },
    stage.call(step, stage.named(step.by)),
  );
}

export async function launch(stage: Stage, step: Plain): Promise<void> {
  const { id } = await stage.cycle();
  await stage.get(LaunchReviewCycle).execute({ id }, stage.call(step, stage.named(step.by)));
}

export const move =
  (event: 'conclude-without-explanation' | 'publish' | 'close') =>
  async (stage: Stage, step: Plain): Promise<void> => {
    const cycle = await stage.cycle();
    await stage.get(MoveCycle).execute({ ...cycle, event }, stage.call(step, stage.named(step.by)));
  };

/** The same units and criteria once more, for another period. */
export async function nextCycle(stage: Stage, step: StepOf<'next-cycle'>): Promise<void> {
  const { id: copyOf } = await stage.cycle();
  const { code, names, period, stages } = step;
  await stage
    .get(CreateReviewCycle)
    .execute({ code, names, period, stages, copyOf }, stage.call(step, stage.named(step.by)));
}
