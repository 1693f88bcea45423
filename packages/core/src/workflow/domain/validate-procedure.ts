import {
  deadlineNames,
  type ProcedureDefinition,
  type ProcedureFault,
  type ProcedureSource,
} from '@nhip/contracts';

/** Names the registries know; a definition may use no others. */
export interface KnownNames {
  readonly effects: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
}

/**
 * What is wrong with a definition, empty when nothing: unknown names, arrows to nowhere, states that cannot be
 * reached, no end that can be reached, ends with exits, timers nobody owns or without a way out.
 */
export function faultsOf(definition: ProcedureDefinition, known: KnownNames): ProcedureFault[] {
  const faults: ProcedureFault[] = [];
  const fault = (code: ProcedureFault['code'], params: ProcedureFault['params']): void =>
    void faults.push({ code, params });
  const reached = reachableFrom(definition, definition.initial);
  const deadlines = deadlinesOf(definition);
  if (definition.states[definition.initial] === undefined)
    fault('INITIAL_UNKNOWN', { state: `“${definition.initial}”` });

  for (const [name, state] of Object.entries(definition.states)) {
    const here = stateWords(definition, name);
    const timers = Object.entries(state.timers);
    if (!reached.has(name)) fault('STATE_UNREACHABLE', { state: here });
    if (state.final && Object.keys(state.on).length + timers.length > 0)
      fault('END_WITH_EXITS', { state: here });
    const endable = [...reachableFrom(definition, name)].some((other) => definition.states[other]?.final);
    if (!state.final && !endable) fault('NO_END', { state: here });
    for (const fact of state.entry ?? [])
      if (!known.facts.has(fact)) fault('ENTRY_UNKNOWN', { state: here, name: fact });
    for (const fact of state.exit ?? [])
      if (!known.facts.has(fact)) fault('EXIT_UNKNOWN', { state: here, name: fact });
    for (const [event, arrow] of Object.entries(state.on)) {
      const at = { state: here, event: named(arrow.names, event) };
      if (definition.states[arrow.to] === undefined) fault('TARGET_UNKNOWN', { ...at, name: arrow.to });
      for (const effect of arrow.effects)
        if (!known.effects.has(effect)) fault('EFFECT_UNKNOWN', { ...at, name: effect });
      for (const fact of arrow.guards)
        if (!known.facts.has(fact)) fault('GUARD_UNKNOWN', { ...at, name: fact });
    }
    if (timers.length > 0 && state.owner === undefined) fault('TIMER_WITHOUT_OWNER', { state: here });
    const leaves = Object.values(state.on).some(({ to }) => to !== name);
    for (const [timer, { from, event }] of timers) {
      const at = { state: here, timer };
      if (!deadlines.includes(from)) fault('DEADLINE_UNKNOWN', { ...at, name: from });
      if (state.on[event] === undefined) fault('TIMER_EVENT_UNKNOWN', { ...at, event: `“${event}”` });
      if (!leaves) fault('TIMER_WITHOUT_EXIT', at);
    }
  }
  return faults;
}

/** What cannot be seen any more once the plain states are worked out: plans, levels and stages left out. */
export function faultsOfSource(source: ProcedureSource): ProcedureFault[] {
  const { plans = {}, leftOut = [], states } = source;
  const ofStates = Object.entries(states).flatMap(([name, { plan, levels, on }]): ProcedureFault[] => [
    ...(plan !== undefined && plans[plan] === undefined
      ? [{ code: 'PLAN_UNKNOWN', params: { state: stateWords(source, name), name: plan } } as const]
      : []),
    ...(levels !== undefined && on[levels.event] === undefined
      ? [
          {
            code: 'LEVELS_EVENT_UNKNOWN',
            params: { state: stateWords(source, name), event: `“${levels.event}”` },
          } as const,
        ]
      : []),
  ]);
  const wanted = leftOut.filter((name) => states[name]?.optional === undefined);
  return [
    ...ofStates,
    ...wanted.map((name) => ({ code: 'NOT_OPTIONAL', params: { state: stateWords(source, name) } }) as const),
  ];
}

const deadlinesOf = ({ kind, states }: ProcedureDefinition): readonly string[] =>
  kind === 'review-cycle' ? Object.keys(states) : deadlineNames[kind];

const stateWords = ({ states }: Pick<ProcedureDefinition, 'states'>, name: string) =>
  named(states[name]?.names, name);

/** As people call it, with the code it has in the definition. */
function named(names: { vi: string; en?: string | undefined } | undefined, code: string) {
  if (names === undefined) return { vi: `“${code}”`, en: `“${code}”` };
  return { vi: `“${names.vi}” (${code})`, en: `“${names.en ?? names.vi}” (${code})` };
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
