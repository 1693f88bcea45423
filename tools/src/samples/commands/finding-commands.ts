import { AnswerFinding, SettleFinding } from '@nhip/core/findings';
import type { StepOf } from '../steps.js';
import type { Stage } from '../stage.js';

interface OpenFinding {
  readonly id: string;
}

/** Findings of the round's cycle that nobody has settled, in the order of their keys. */
async function openFindings(
  stage: Stage,
  codes: readonly string[] | undefined,
  unit?: string,
): Promise<OpenFinding[]> {
  const { id: cycleId } = await stage.cycle();
  return stage.reader.rows<OpenFinding>(
    `select id from finding
      where administration_id = $1 and cycle_id = $2 and state in ('open', 'explained')
        and ($3::text[] is null or code = any($3)) and ($4::uuid is null or unit_id = $4)
      order by code, subject_key, id`,
    [stage.administrationId, cycleId, codes ?? null, unit === undefined ? null : stage.unitId(unit)],
  );
}

export async function answerFinding(stage: Stage, step: StepOf<'answer-finding'>): Promise<void> {
  const { unit, code, text } = step;
  for (const { id } of await openFindings(stage, [code], unit))
    await stage
      .get(AnswerFinding)
      .execute({ id, text }, stage.call(step, stage.ofUnit(unit, 'unit-officer'), id));
}

export async function settleFindings(stage: Stage, step: StepOf<'settle-findings'>): Promise<void> {
  const { codes, reason } = step;
  for (const { id } of await openFindings(stage, codes))
    await stage
      .get(SettleFinding)
      .execute({ id, decision: 'settle', reason }, stage.call(step, stage.named(step.by), id));
}
