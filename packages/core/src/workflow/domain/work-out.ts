import type { ProcedureDefinition, ProcedureSource } from '@nhip/contracts';

type SourceState = ProcedureSource['states'][string];
type State = ProcedureDefinition['states'][string];
type States = Record<string, SourceState>;

/**
 * The plain states a written procedure means: each level of approval a state of its own, stages left out passed over,
 * reminder plans as timers. Pure; names that lead nowhere stay as they are and are found by the validation.
 */
export function workOut(source: ProcedureSource): ProcedureDefinition {
  const { kind, names, plans = {}, leftOut = [] } = source;
  const past = new Map<string, string>();
  const states: States = {};
  for (const [name, state] of Object.entries(source.states)) {
    const { levels, optional } = state;
    const approved = levels && state.on[levels.event]?.to;
    if (optional !== undefined && leftOut.includes(name)) past.set(name, optional.to);
    else if (levels?.each.length === 0 && approved !== undefined) past.set(name, approved);
    else Object.assign(states, levelled(name, state));
  }
  const target = (to: string): string => follow(past, to);
  const plain = Object.entries(states).map(([name, state]): [string, State] => {
    const { plan, levels: _, optional: __, ...rest } = state;
    const on = Object.entries(state.on).map(([event, arrow]) => [event, { ...arrow, to: target(arrow.to) }]);
    const timers = { ...plannedTimers(plan === undefined ? undefined : plans[plan]), ...state.timers };
    return [name, { ...rest, on: Object.fromEntries(on), timers }];
  });
  const saysMore =
    source.plans !== undefined ||
    source.leftOut !== undefined ||
    Object.values(source.states).some(({ plan, levels, optional }) => plan ?? levels ?? optional);
  return {
    kind,
    names,
    initial: target(source.initial),
    states: Object.fromEntries(plain),
    ...(saysMore && { source }),
  };
}

/**
 * A state for each level: approval leads to the next level, from the last one to where it led before. Where there are
 * several, each asks for another person.
 */
function levelled(name: string, state: SourceState): States {
  const { levels } = state;
  if (levels === undefined) return { [name]: state };
  const several = levels.each.length > 1;
  const nameOf = (level: number): string => (level === 0 ? name : `${name}-${level + 1}`);
  return Object.fromEntries(
    levels.each.map(({ role, names }, level) => {
      const on = Object.entries(state.on).map(([event, arrow]) => {
        const onwards = event === levels.event && level + 1 < levels.each.length;
        const isOwners = state.owner !== undefined && arrow.by.includes(state.owner);
        return [
          event,
          {
            ...arrow,
            to: onwards ? nameOf(level + 1) : arrow.to === name ? nameOf(level) : arrow.to,
            guards:
              event === levels.event && several ? [...arrow.guards, 'workflow.another-person'] : arrow.guards,
            by: isOwners ? [...new Set(arrow.by.map((by) => (by === state.owner ? role : by)))] : arrow.by,
          },
        ];
      });
      return [nameOf(level), { ...state, names, owner: role, on: Object.fromEntries(on) }];
    }),
  );
}

function follow(past: ReadonlyMap<string, string>, name: string): string {
  const seen = new Set<string>();
  for (let next = past.get(name); next !== undefined && !seen.has(name); next = past.get(name)) {
    seen.add(name);
    name = next;
  }
  return name;
}

function plannedTimers(plan: NonNullable<ProcedureSource['plans']>[string] | undefined): State['timers'] {
  if (plan === undefined) return {};
  const { from, before, passed, ladder } = plan;
  const at = '08:00';
  return {
    ...Object.fromEntries(
      (before?.workingDays ?? []).map((days) => [
        `reminder-${days}`,
        { from, workingDays: -days, at, event: before?.event ?? '' },
      ]),
    ),
    ...(passed !== undefined && { deadline: { from, workingDays: 0, at, event: passed } }),
    ...Object.fromEntries(
      Object.entries(ladder).map(([step, { workingDays, event }]) => [
        step,
        { from, workingDays, at, event },
      ]),
    ),
  };
}
