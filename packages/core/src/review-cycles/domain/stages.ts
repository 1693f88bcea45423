import type { ProcedureDefinition } from '@nhip/contracts';

/** The stages of a procedure in their order: the states one walks through from the first to the regular end. */
export function stagesOf(definition: ProcedureDefinition): string[] {
  const order: string[] = [];
  for (
    let stage: string | undefined = definition.initial;
    stage !== undefined;
    stage = nextStage(definition, stage, order)
  ) {
    order.push(stage);
  }
  return order;
}

/** The first arrow that leads on; the regular end is the one called `close`, not a withdrawal. */
function nextStage(
  definition: ProcedureDefinition,
  stage: string,
  order: readonly string[],
): string | undefined {
  const arrows = Object.entries(definition.states[stage]?.on ?? {});
  const onward = arrows.find(([, { to }]) => !order.includes(to) && definition.states[to]?.final === false);
  return onward?.[1].to ?? arrows.find(([event]) => event === 'close')?.[1].to;
}

/** Stages that end by themselves, and so need a deadline before they begin. */
export function stagesWithDeadline(definition: ProcedureDefinition): string[] {
  return stagesOf(definition).filter((stage) =>
    Object.values(definition.states[stage]?.timers ?? {}).some((timer) => timer.from === stage),
  );
}
