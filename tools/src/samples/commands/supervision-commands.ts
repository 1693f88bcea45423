import {
  AskReports,
  ConsolidateExplanations,
  EditSupervision,
  FollowRecommendation,
  OpenSupervision,
  PresentSupervision,
  RecommendUpward,
  RequireOfUnits,
  TakeCouncilStep,
} from '@nhip/core/follow-ups';
import { found } from '../read-samples.js';
import type { StepOf } from '../steps.js';
import type { Stage } from '../stage.js';

function planned({ round }: Stage) {
  if (round.supervision === undefined) throw new Error(`Round ${round.seed} has no supervision.`);
  return round.supervision;
}

const supervisionId = (stage: Stage): Promise<{ id: string }> =>
  stage.one('supervision', 'select id from supervision where administration_id = $1 and title = $2', [
    stage.administrationId,
    planned(stage).title,
  ]);

/** Title and phrase of a published demand, word for word; its kind is not part of the title. */
function demand(stage: Stage, published: { readonly task: string; readonly text: string } | undefined) {
  const { vi, phrase } = found(stage.samples.tasks, published?.task ?? '', 'task');
  return {
    title: vi.replace(/^KIẾN NGHỊ: /, '').replace(/^./u, (first) => first.toLocaleUpperCase('vi')),
    body: published?.text ?? '',
    ...(phrase !== null && { deadline: { phrase } }),
  };
}

export async function openSupervision(stage: Stage, step: StepOf<'open-supervision'>): Promise<void> {
  const { units, title, chair, chairPosition, heldOn, place, periodStart, periodEnd } = planned(stage);
  await stage.get(OpenSupervision).execute(
    {
      title,
      chair,
      chairPosition,
      heldOn,
      place,
      periodStart,
      periodEnd,
      unitIds: units.map((code) => stage.unitId(code)),
    },
    stage.call(step, stage.named(step.by)),
  );
}

/** Every supervised unit is to send its report before the session. */
export async function askForReports(stage: Stage, step: StepOf<'ask-reports'>): Promise<void> {
  const { title, outline, phrase } = step;
  await stage
    .get(AskReports)
    .execute(
      { ...(await supervisionId(stage)), command: { title, outline, deadline: { phrase } } },
      stage.call(step, stage.named(step.by)),
    );
}

/** “3 hồ sơ”, “78,3%”, “hạng 3”: as one says it, each word once. */
function measured(printed: string, measure: string): string {
  if (printed.endsWith(measure)) return printed;
  return measure === 'hạng' ? `${measure} ${printed}` : `${printed} ${measure}`;
}

/** What was heard at the session is written down: the figures reported, and what the chair said of them. */
export async function holdSession(stage: Stage, step: StepOf<'hold-session'>): Promise<void> {
  const { facts, summary } = planned(stage);
  const figures = facts.map((id) => {
    const { vi, printed, unit: measure, sentence } = found(stage.samples.facts, id, 'fact');
    return { text: `${vi}: ${measured(printed ?? '', measure)}`, citation: sentence.slice(0, 500) };
  });
  await stage
    .get(EditSupervision)
    .execute(
      { ...(await supervisionId(stage)), edit: { figures, summary } },
      stage.call(step, stage.named(step.by)),
    );
}

/** A requirement of the first supervised unit, or a recommendation, by its number. */
export async function councilStep(stage: Stage, step: StepOf<'council-step'>): Promise<void> {
  const of = planned(stage);
  const published = step.record === 'requirement' ? of.requirements : of.recommendations;
  const { title } = demand(stage, published[step.number - 1]);
  const { id: recordId } = await stage.one<{ id: string }>(
    `${step.record} ${step.number}`,
    `select id from ${step.record === 'requirement' ? 'task' : 'recommendation'}
      where administration_id = $1 and title = $2`,
    [stage.administrationId, title],
  );
  const { documentNumber } = step;
  const command = { record: { kind: step.record, id: recordId }, step: step.step, documentNumber };
  await stage
    .get(TakeCouncilStep)
    .execute({ ...(await supervisionId(stage)), command }, stage.call(step, stage.named(step.by)));
}

export async function require(stage: Stage, step: StepOf<'require'>): Promise<void> {
  const requirement = demand(stage, planned(stage).requirements[step.number - 1]);
  await stage
    .get(RequireOfUnits)
    .execute({ ...(await supervisionId(stage)), requirement }, stage.call(step, stage.named(step.by)));
}

/** The recommendation of the first supervised unit, taken down at the session. */
export async function recommend(stage: Stage, step: StepOf<'recommend'>): Promise<void> {
  const published = planned(stage).recommendations[step.number - 1];
  const recommendation = {
    ...demand(stage, published),
    addressee: published?.addressee ?? '',
    fromUnitId: stage.unitId(planned(stage).units[0] ?? ''),
  };
  await stage
    .get(RecommendUpward)
    .execute({ ...(await supervisionId(stage)), recommendation }, stage.call(step, stage.named(step.by)));
}

export async function present(stage: Stage, step: StepOf<'present'>): Promise<void> {
  const { presentedTo } = planned(stage);
  await stage
    .get(PresentSupervision)
    .execute({ ...(await supervisionId(stage)), presentedTo }, stage.call(step, stage.named(step.by)));
}

export async function recommendation(stage: Stage, step: StepOf<'recommendation'>): Promise<void> {
  const { title } = demand(stage, planned(stage).recommendations[step.number - 1]);
  const { id } = await stage.one<{ id: string }>(
    `recommendation ${step.number}`,
    'select id from recommendation where administration_id = $1 and title = $2',
    [stage.administrationId, title],
  );
  const call = stage.call(step, stage.named(step.by));
  const follow = stage.get(FollowRecommendation);
  const { event, text = '', agrees = true, reason } = step;
  if (event === 'answer') await follow.answer({ id, answer: { text, agrees } }, call);
  else if (event === 'accept-answer') await follow.settle({ id, event }, call);
  else await follow.finish({ id, reason }, call);
}

export async function consolidate(stage: Stage, step: StepOf<'consolidate'>): Promise<void> {
  const { id: cycleId } = await stage.cycle();
  await stage
    .get(ConsolidateExplanations)
    .execute({ cycleId, note: step.note }, stage.call(step, stage.named(step.by)));
}
