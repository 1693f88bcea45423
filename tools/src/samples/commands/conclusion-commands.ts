import type { DocumentedItem } from '@nhip/contracts';
import { DraftConclusion, IssueConclusion } from '@nhip/core/follow-ups';
import { found } from '../read-samples.js';
import type { SampleConclusion, SampleConclusionItem } from '../schemas.js';
import type { StepOf } from '../steps.js';
import type { Stage } from '../stage.js';

const conclusionOf = ({ round }: Stage, name: string): SampleConclusion =>
  found(new Map(Object.entries(round.conclusions)), name, 'conclusion');

export async function draftConclusion(stage: Stage, step: StepOf<'draft-conclusion'>): Promise<void> {
  const { items, ...heading } = conclusionOf(stage, step.conclusion);
  const { id: cycleId } = await stage.cycle();
  await stage
    .get(DraftConclusion)
    .execute(
      { ...heading, cycleId, items: items.map((item) => itemOf(stage, item)) },
      stage.call(step, stage.named(step.by)),
    );
}

export async function issueConclusion(stage: Stage, step: StepOf<'issue-conclusion'>): Promise<void> {
  const { id } = await stage.one<{ id: string }>(
    `conclusion ${step.conclusion}`,
    `select id from conclusion where administration_id = $1 and title = $2 and state <> 'discarded'`,
    [stage.administrationId, conclusionOf(stage, step.conclusion).title],
  );
  await stage
    .get(IssueConclusion)
    .execute({ id, number: step.number }, stage.call(step, stage.named(step.by)));
}

/** Title and phrase of a published directive come from its own record, word for word. */
function itemOf(stage: Stage, item: SampleConclusionItem): DocumentedItem {
  const published = item.task === undefined ? undefined : found(stage.samples.tasks, item.task, 'task');
  const phrase = item.phrase ?? published?.phrase;
  const unitIds = (codes: readonly string[]) => codes.map((code) => stage.unitId(code));
  return {
    kind: item.kind,
    title: item.title ?? published?.vi ?? item.text,
    text: item.text,
    assignees: 'rule' in item.assignees ? item.assignees : { unitIds: unitIds(item.assignees.unitCodes) },
    coUnitIds: unitIds(item.coUnitCodes),
    indicators: item.indicators,
    ...(item.product !== undefined && { product: item.product }),
    ...(phrase != null && { deadline: { phrase } }),
    illustrative: item.illustrative,
  };
}
