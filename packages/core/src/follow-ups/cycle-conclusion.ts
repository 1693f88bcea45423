import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/index.js';
import { ReviewCycles, stagesOf } from '../review-cycles/index.js';
import { Instances, procedureVersion, WorkflowEngine, type Deadline } from '../workflow/index.js';
import type { ConclusionItem } from './persistence/conclusions.repository.js';

/** How an issued conclusion moves its cycle on. */
@Injectable()
export class CycleConclusion {
  constructor(private readonly engine: WorkflowEngine) {}

  /**
   * At the conference the cycle is concluded; where explanations are asked for, the stage that follows ends with the
   * last of their deadlines. A cycle concluded before stays where it is: this is a further conclusion. Elsewhere the
   * engine refuses.
   */
  async conclude(
    tx: Transaction,
    cycleId: string,
    explanations: readonly ConclusionItem[],
    reason?: string,
  ): Promise<void> {
    const [cycle] = await tx.use(Instances).lock([cycleId]);
    if (cycle === undefined) return;
    const { content } = await procedureVersion(tx, cycle.procedureVersionId);
    const stages = stagesOf(content);
    const conference = stages.findIndex((stage) => content.states[stage]?.on['conclude'] !== undefined);
    const past = stages.indexOf(cycle.state) > conference && content.states[cycle.state]?.final !== true;
    if (past) return;
    const arrows = content.states[cycle.state]?.on ?? {};
    const without = explanations.length === 0 && arrows['conclude-without-explanation'] !== undefined;
    const next = arrows['conclude']?.to;
    const last = lastDeadline(explanations);
    await this.engine.act(tx, {
      ids: [cycleId],
      event: without ? 'conclude-without-explanation' : 'conclude',
      action: 'review-cycle.concluded',
      reason,
      ...(last !== undefined &&
        next !== undefined && {
          deadlines: new Map([[cycleId, { [next]: last.due }]]),
          change: () => keepWords(tx, cycleId, next, last.item),
        }),
    });
  }
}

interface LastDeadline {
  readonly item: ConclusionItem;
  readonly due: Deadline;
}

function lastDeadline(items: readonly ConclusionItem[]): LastDeadline | undefined {
  const dated = items.flatMap((item) =>
    item.dueOn !== null && item.dueAt !== null
      ? [{ item, due: { on: item.dueOn, at: item.dueAt } satisfies Deadline }]
      : [],
  );
  return dated.sort((a, b) => (a.due.at < b.due.at ? 1 : -1))[0];
}

/** The stage keeps the words its deadline came in, as every stage does. */
async function keepWords(
  tx: Transaction,
  cycleId: string,
  stage: string,
  { phrase, reading }: ConclusionItem,
): Promise<void> {
  const cycles = tx.use(ReviewCycles);
  const [cycle] = await cycles.listByIds([cycleId]);
  if (cycle === undefined) return;
  const rule = reading?.override === undefined ? (reading?.rule.code ?? null) : null;
  await cycles.change(cycleId, { stages: { ...cycle.stages, [stage]: { phrase, rule } } });
}
