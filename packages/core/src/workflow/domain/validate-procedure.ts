import type { ProcedureDefinition } from '@nhip/contracts';

/** Names the registries know; a definition may use no others. */
export interface KnownNames {
  readonly effects: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
}

/**
 * What is wrong with a definition, in words, empty when nothing: unknown names, arrows to nowhere, states that
 * cannot be reached, no end that can be reached, ends with exits, timers nobody owns or without a way out.
 */
export function faultsOf(definition: ProcedureDefinition, known: KnownNames): string[] {
  const states = Object.entries(definition.states);
  const faults: string[] = [];
  const reached = reachableFrom(definition, definition.initial);

  if (definition.states[definition.initial] === undefined)
    faults.push(`initial state "${definition.initial}" is not defined`);
  for (const [name, state] of states) {
    if (!reached.has(name)) faults.push(`state "${name}" cannot be reached`);
    if (state.final && Object.keys(state.on).length > 0) faults.push(`final state "${name}" has exits`);
    if (
      !state.final &&
      ![...reachableFrom(definition, name)].some((other) => definition.states[other]?.final)
    ) {
      faults.push(`no end can be reached from "${name}"`);
    }
    for (const [event, arrow] of Object.entries(state.on)) {
      if (definition.states[arrow.to] === undefined)
        faults.push(`"${name}" → "${event}" leads to unknown state "${arrow.to}"`);
      for (const effect of arrow.effects)
        if (!known.effects.has(effect)) faults.push(`unknown effect "${effect}" at "${name}" → "${event}"`);
      for (const fact of arrow.guards)
        if (!known.facts.has(fact)) faults.push(`unknown fact "${fact}" at "${name}" → "${event}"`);
    }
    for (const [timer, { event }] of Object.entries(state.timers)) {
      if (state.on[event] === undefined)
        faults.push(`timer "${timer}" of "${name}" sends "${event}", which the state does not handle`);
      if (state.owner === undefined) faults.push(`state "${name}" has a deadline and no owner`);
      if (!Object.values(state.on).some((arrow) => arrow.to !== name))
        faults.push(`timer "${timer}" of "${name}" has no exit that cancels it`);
    }
  }
  return faults;
}

function reachableFrom(definition: ProcedureDefinition, start: string): Set<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    for (const arrow of Object.values(definition.states[name]?.on ?? {})) open.push(arrow.to);
  }
  return reached;
}
